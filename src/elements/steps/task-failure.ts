import {type Task, TaskStatus} from '@lit/task';

import {ApiError, asApiError, type ErrorCode} from '../../api/errors.js';
import type {Messages} from '../../locales/en.js';
import {type NoticeAction, problemNotice} from '../../templates/notice.js';
import {dispatchAction} from './action-event.js';

/**
 * Waits for an answer and tells the root when it is a failure, so that the page hears of it. The failure is thrown on
 * for the task that shows it; an answer that nobody waits for any more is no failure.
 */
export async function reportFailures<Answer>(from: Node, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (failureCode(error)) dispatchAction(from, {type: 'failed', error: asApiError(error)});
    throw error;
  }
}

/** Tells the root of something that no request failed with. */
export function reportFailure(from: Node, code: ErrorCode, message = '') {
  dispatchAction(from, {type: 'failed', error: new ApiError(code, message)});
}

/** The code of what a task failed with; nothing for an answer that was called off because the element left the page. */
export function failureCode(error: unknown): ApiError['code'] | undefined {
  return error instanceof DOMException && error.name === 'AbortError' ? undefined : asApiError(error).code;
}

/** What a task failed with, and to try again, with other ways on; nothing where it did not fail. */
export function failureNotice(
  {status, error}: Pick<Task, 'status' | 'error'>,
  {errors, retry}: Messages,
  act: () => void,
  others?: (code: ErrorCode) => readonly NoticeAction[],
) {
  const code = status === TaskStatus.ERROR && failureCode(error);
  if (!code) return undefined;
  return problemNotice(errors[code], [{label: retry, isRetry: true, act}, ...(others?.(code) ?? [])]);
}
