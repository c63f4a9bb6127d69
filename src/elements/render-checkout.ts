import {html, nothing, type TemplateResult} from 'lit';

import {hasWayBack, orderOf} from '../domain/checkout.js';
import {directionOf} from '../locales/index.js';
import {footer, topBar} from '../templates/frame.js';
import {fresh} from '../templates/fresh.js';
import {problemNotice} from '../templates/notice.js';
import {leaveOrder} from '../templates/open-order.js';
import {keepKey} from './keep-key.js';
import {renderFetching} from './payment-elements-task.js';
import {renderStep, type StepContext} from './render-step.js';
import type {StepMessages} from './step-messages.js';
import type {AnyTask} from './steps/task-failure.js';

/** A checkout as it is on screen. */
export interface CheckoutView extends StepContext {
  readonly stepMessages: StepMessages;
  /** Fetches the element of the step; `undefined` once that is defined. */
  readonly fetching: AnyTask | undefined;
  /** The buyer has been asked whether to leave an open order. */
  readonly isLeaving: boolean;
  /** An update threw. */
  readonly isFailed: boolean;
  /** Text for screen readers. */
  readonly announcement: string;
  readonly onBack: () => void;
  readonly onLeaving: (isLeaving: boolean) => void;
  /** Draws the step again after an update threw. */
  readonly onRetry: () => void;
}

/** Draws everything inside the element: the page's slots, the way back, the step, and the footer. */
export function renderCheckout(view: CheckoutView): TemplateResult {
  const {settings, stepMessages, announcement, messages, language} = view;
  const {onAction, onCommand, onNotice} = stepMessages;
  return html`<div class="room"><div class="frame ${settings.theme}" lang=${language} dir=${directionOf(language)}>
    <div><slot name="header"></slot>${settings.proxyUrl ? renderTop(view) : nothing}</div>
    <div class="body" part="step" @keydown=${keepKey} @keypress=${keepKey} @keyup=${keepKey} @cr-action=${onAction} @cr-command=${onCommand} @cr-notice=${onNotice}>
      ${settings.proxyUrl ? renderBody(view) : problemNotice(messages.errors.proxy_url_missing)}
    </div>
    ${footer(settings, messages)}
    <p class="hidden-text" role="status">${fresh(announcement)}</p>
  </div></div>`;
}

function renderTop({session, isLocked, messages, onBack}: CheckoutView): TemplateResult {
  const {checkout} = session;
  return topBar({step: checkout.step, onBack: hasWayBack(checkout) ? onBack : undefined, isLocked, messages});
}

function renderBody(view: CheckoutView): TemplateResult {
  const {session, fetching, isLeaving, isFailed, messages, onLeaving, onRetry} = view;
  const onLeave = () => {
    session.send({type: 'start-over'});
    onRetry();
  };
  // Reads neither order nor choice: one of them may be what threw.
  if (isFailed)
    return problemNotice(messages.errors.internal_error, [
      {label: messages.retry, isRetry: true, act: onRetry},
      {label: messages.payment.startOver, act: onLeave},
    ]);
  return html`${fetching ? renderFetching(fetching, messages) : renderStep(view)}
  ${leaveOrder(orderOf(session.checkout), {isLeaving, messages, onLeaving, onLeave})}`;
}
