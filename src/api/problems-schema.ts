import * as z from 'zod/mini';

import type {Problem} from '../domain/types.js';
import {fields, listOrNone, text} from './wire.js';

/** `null`, `[]` and absent all mean none. An item that cannot be read is a problem too: nothing is sold past it. */
export const problemList = listOrNone(
  z.pipe(
    fields({problem: text}),
    z.transform(({problem}): Problem => ({code: problem ?? 'UNKNOWN'})),
  ),
);

const PROBLEM_CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/**
 * The problems in a body without success: a list, or a lone code (in `detail` as the API sends it, in `error.code` as
 * our proxy passes it on).
 */
export const refusalSchema = z.pipe(
  fields({problems: problemList, detail: text, error: fields({code: text})}),
  z.transform(({problems, detail, error}): readonly Problem[] => {
    if (problems.length > 0) return problems;
    const code = [detail, error.code].find(found => found && PROBLEM_CODE.test(found));
    return code ? [{code}] : [];
  }),
);

/** The problems in the body of a success. */
export const problemsSchema = z.pipe(
  fields({problems: problemList}),
  z.transform(({problems}) => problems),
);
