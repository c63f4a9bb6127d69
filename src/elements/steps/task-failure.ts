import {TaskStatus} from '@lit/task';

import {ApiError, asApiError, type ErrorCode} from '../../api/errors.js';
import type {Messages} from '../../locales/en.js';
import {type NoticeAction, problemNotice} from '../../templates/notice.js';
import {dispatchNotice} from './notice-event.js';

/** Awaits a response and reports its failure to the page before throwing it. Aborted requests are not reported. */
export async function reportFailures<Response>(
  step: EventTarget,
  response: Promise<Response>,
): Promise<Response> {
  try {
    return await response;
  } catch (error) {
    if (failureCode(error)) dispatchNotice(step, {type: 'error', error: asApiError(error)});
    throw error;
  }
}

/** Reports a failure that no request threw. `message` is for developers. */
export function reportFailure(step: EventTarget, code: ErrorCode, message = '') {
  dispatchNotice(step, {type: 'error', error: new ApiError(code, message)});
}

/** The code of an error that a task threw; `undefined` for an aborted request. */
export function failureCode(error: unknown): ErrorCode | undefined {
  return error instanceof DOMException && error.name === 'AbortError' ? undefined : asApiError(error).code;
}

/** A task, without the types of its arguments and its value. */
export interface AnyTask {
  readonly status: TaskStatus;
  readonly error: unknown;
  run(): unknown;
}

/** Draws what a task failed with, a button to try again, and `others`; `undefined` if it did not fail. */
export function failureNotice(
  task: AnyTask,
  {errors, retry}: Messages,
  onRetry: () => unknown = () => task.run(),
  others?: (code: ErrorCode) => readonly NoticeAction[],
) {
  const code = task.status === TaskStatus.ERROR && failureCode(task.error);
  if (!code) return undefined;
  return problemNotice(errors[code], [
    {label: retry, isRetry: true, act: onRetry},
    ...(others?.(code) ?? []),
  ]);
}
