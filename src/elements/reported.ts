import {ApiError, type ErrorCode} from '../api/errors.js';
import {ask} from './ask-event.js';

/**
 * Waits for an answer and tells the root when it is a failure, so that the page hears of it. The failure is thrown on
 * for the task that shows it; an answer that nobody waits for any more is no failure.
 */
export async function reported<Answer>(from: Node, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError) ask(from, {type: 'failed', error});
    throw error;
  }
}

/** Tells the root of something that no request failed with. */
export function fail(from: Node, code: ErrorCode, message: string) {
  ask(from, {type: 'failed', error: new ApiError(code, message)});
}

/** The code of what a task failed with; nothing for an answer that was called off because the element left the page. */
export function failureCode(error: unknown): ApiError['code'] | undefined {
  if (error instanceof ApiError) return error.code;
  return error instanceof DOMException && error.name === 'AbortError' ? undefined : 'internal_error';
}
