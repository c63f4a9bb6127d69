import {initialState, Task} from '@lit/task';
import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';

import {ApiError} from '../api/errors.js';
import type {Messages} from '../locales/en.js';
import {waiting} from '../templates/waiting.js';
import {definePaymentElements} from './define.js';
import {type AnyTask, failureNotice} from './steps/task-failure.js';

/** Milliseconds until the first brands have been painted. */
const FIRST_BRANDS = 300;

export interface PaymentElementsOptions {
  /** The first step can be used: there is time to fetch what comes later. */
  readonly isReady: () => boolean;
  /** A step after the quote is on screen. */
  readonly isNeeded: () => boolean;
  /** Receives a failure while the elements are needed. */
  readonly onError: (error: ApiError) => void;
}

/** Fetches the elements of the steps after the quote ahead of time, and again when such a step comes on screen. */
export function paymentElementsTask(
  host: ReactiveControllerHost,
  {isReady, isNeeded, onError}: PaymentElementsOptions,
) {
  return new Task(host, {
    args: () => [isReady(), isNeeded()] as const,
    task: async ([isFirstReady, isStepShown]) => {
      if (!isFirstReady && !isStepShown) return initialState;
      if (!isStepShown) await new Promise(resolve => setTimeout(resolve, FIRST_BRANDS));
      return definePaymentElements().catch((cause: unknown) => {
        const error = new ApiError('network_error', 'A file of the element could not be fetched.', {cause});
        if (isNeeded()) onError(error);
        throw error;
      });
    },
  });
}

/** Draws the stand-in for a step whose element is being fetched, or could not be. */
export function renderFetching(task: AnyTask, messages: Messages): TemplateResult {
  return failureNotice(task, messages) ?? html`${waiting(messages)}<div class="skeleton opening"></div>`;
}
