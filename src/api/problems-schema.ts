import type {Problem} from '../domain/types.js';
import {fieldsOf, textOf} from './wire.js';

/** `null`, `[]` and absent all mean none. An item that cannot be read is a problem too: nothing is sold past it. */
export function readProblems(json: unknown): Problem[] {
  const {problems} = fieldsOf(json);
  return Array.isArray(problems)
    ? problems.map(item => ({code: textOf(fieldsOf(item).problem) ?? 'UNKNOWN'}))
    : [];
}
