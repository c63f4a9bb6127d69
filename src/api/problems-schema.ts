import type {Problem} from '../domain/types.js';
import {fields, listOrNone, text} from './wire.js';

/** `null`, `[]` and absent all mean none. An item that cannot be read is a problem too: nothing is sold past it. */
export const problemList = listOrNone(
  fields({problem: text}, ({problem}): Problem => ({code: problem ?? 'UNKNOWN'})),
);

const errorSchema = fields({code: text});

const PROBLEM_CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/**
 * The problems in a body without success: a list, or a lone code (in `detail` as the API sends it, in `error.code` as
 * our proxy passes it on).
 */
export const refusalSchema = fields(
  {problems: problemList, detail: text, error: errorSchema},
  ({problems, detail, error}): readonly Problem[] => {
    if (problems.length > 0) return problems;
    const code = [detail, error.code].find(found => found && PROBLEM_CODE.test(found));
    return code ? [{code}] : [];
  },
);

/** The problems in the body of a success. */
export const problemsSchema = fields({problems: problemList}, ({problems}) => problems);
