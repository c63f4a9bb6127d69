import {initialState, Task} from '@lit/task';
import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';

import {ApiError} from '../api/errors.js';
import type {CheckoutSession} from '../controllers/checkout-session.js';
import {FIRST_PAINT} from '../controllers/poll-schedule.js';
import type {Messages} from '../locales/en.js';
import {waiting} from '../templates/waiting.js';
import {definePaymentElements, isOnDemand} from './define.js';
import type {EventReporter} from './event-reporter.js';
import {type AnyTask, failureNotice} from './steps/task-failure.js';

/**
 * Fetches the elements of the steps after the quote: ahead of time once the first step can be used, and again when such a
 * step comes on screen. A failure is reported only then.
 */
export function paymentElementsTask(
  host: ReactiveControllerHost,
  session: CheckoutSession,
  reporter: EventReporter,
) {
  const isNeeded = () => isOnDemand(session.checkout.step);
  return new Task(host, {
    args: () => [reporter.isReady, isNeeded()] as const,
    task: async ([isReady, isStepShown]) => {
      if (!isReady && !isStepShown) return initialState;
      if (!isStepShown) await new Promise(resolve => setTimeout(resolve, FIRST_PAINT));
      return definePaymentElements().catch((cause: unknown) => {
        const error = new ApiError('network_error', 'A file of the element could not be fetched.', {cause});
        if (isNeeded()) reporter.reportError(error);
        throw error;
      });
    },
  });
}

/** Draws the stand-in for a step whose element is being fetched, or could not be. */
export function renderFetching(task: AnyTask, messages: Messages): TemplateResult {
  return failureNotice(task, messages) ?? html`${waiting(messages)}<div class="skeleton opening"></div>`;
}
