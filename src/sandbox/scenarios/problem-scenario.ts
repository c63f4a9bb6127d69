import type {Problem, ProblemCode} from '../support/problems.js';
import {problemCodes} from '../support/problems.js';
import {errorResponse, jsonResponse} from '../support/responses.js';

/** The problem that the buyer's e-mail asks for. */
export interface ProblemScenario {
  readonly problem: Problem;
  /** Of both answers; validations answer 200 and orders 422 when nothing is said. */
  readonly status?: number | undefined;
  /** The order alone is refused. */
  readonly isForOrders: boolean;
  /** The code stands in `detail`, and there is no list. */
  readonly isDetail: boolean;
}

const form = /^(order-)?(problem|detail)-(.+?)(?:-(200|400|422))?$/;

export function problemScenario(scenario: ReadonlySet<string>): ProblemScenario | undefined {
  for (const word of scenario) {
    const known = problemCodes.find(code => code === word.toUpperCase());
    if (known) return {problem: {problem: known}, isForOrders: false, isDetail: false};
    const [, onOrders, kind, name, status] = form.exec(word) ?? [];
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

/** A refusal with its problems, in the API's shape of an error or, with 200, in that of an answer. */
export function refusal(
  problems: readonly Problem[],
  answer: object,
  {status = 422, isDetail = false}: Partial<ProblemScenario> = {},
): Response {
  const codes = problems.map(one => one.problem).join(', ');
  const message = `The order cannot be made: ${codes}.`;
  if (isDetail) return errorResponse(status, problems[0]?.problem ?? '', message);
  if (status === 200) return jsonResponse({...answer, problems});
  return jsonResponse({status, detail: problems[0]?.problem, message, problems}, status);
}
