import type {ProblemScenario} from '../scenarios/problem-scenario.js';
import type {Problem} from '../support/problems.js';
import {errorResponse, jsonResponse} from '../support/responses.js';

/** Refuses an order: as an error with its problems or, with status 200, as `body` with its problems. */
export function refusal(
  problems: readonly Problem[],
  body: object,
  {status = 422, isDetail = false}: Partial<ProblemScenario> = {},
): Response {
  const codes = problems.map(one => one.problem).join(', ');
  const message = `The order cannot be made: ${codes}.`;
  if (isDetail) return errorResponse(status, problems[0]?.problem ?? '', message);
  if (status === 200) return jsonResponse({...body, problems});
  return jsonResponse({status, detail: problems[0]?.problem, message, problems}, status);
}
