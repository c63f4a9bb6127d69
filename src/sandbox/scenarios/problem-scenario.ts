import {type Problem, type ProblemCode, problemCodes} from '../support/problems.js';

/** The problem that the words of an e-mail ask for. */
export interface ProblemScenario {
  readonly problem: Problem;
  /** HTTP status of validation and order. Default: 200 and 422. */
  readonly status?: number | undefined;
  /** The validation finds nothing. */
  readonly isForOrders: boolean;
  /** The code stands in `detail`, and there is no list of problems. */
  readonly isDetail: boolean;
}

/** `problem-kyc-missing`, `detail-…`, `order-problem-…`, and a status at the end. */
const pattern = /^(order-)?(problem|detail)-(.+?)(?:-(200|400|422))?$/;

/** Reads the first word that names a problem, by its code or by the pattern; `undefined` when there is none. */
export function problemScenario(words: Iterable<string>): ProblemScenario | undefined {
  for (const word of words) {
    const known = problemCodes.find(code => code === word.toUpperCase());
    if (known) return {problem: {problem: known}, isForOrders: false, isDetail: false};
    const [, onOrders, kind, name, status] = pattern.exec(word) ?? [];
    if (!name) continue;
    return {
      problem: {problem: name.replaceAll('-', '_').toUpperCase() as ProblemCode},
      status: status === undefined ? undefined : Number(status),
      isForOrders: onOrders !== undefined,
      isDetail: kind === 'detail',
    };
  }
  return undefined;
}
