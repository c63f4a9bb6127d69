import {html, nothing, type TemplateResult} from 'lit';

import type {CheckoutSession} from '../controllers/checkout-session.js';
import {hasWayBack, orderOf} from '../domain/checkout.js';
import type {Messages} from '../locales/en.js';
import {directionOf} from '../locales/index.js';
import {footer, topBar} from '../templates/frame.js';
import {fresh} from '../templates/fresh.js';
import {problemNotice} from '../templates/notice.js';
import {leaveOrder} from '../templates/open-order.js';
import {keepKey} from './keep-key.js';
import type {Settings} from './read-attributes.js';
import type {StepMessages} from './step-messages.js';

/** A checkout as it is on screen. */
export interface CheckoutView {
  readonly session: CheckoutSession;
  readonly settings: Settings;
  readonly stepMessages: StepMessages;
  /** The step, or the stand-in for it. */
  readonly step: () => TemplateResult;
  /** An order is being created: nothing leads away. */
  readonly isLocked: boolean;
  /** The buyer has been asked whether to leave an open order. */
  readonly isLeaving: boolean;
  /** Text for screen readers. */
  readonly announcement: string;
  readonly messages: Messages;
  readonly language: string;
  readonly onBack: () => void;
  readonly onLeaving: (isLeaving: boolean) => void;
}

/** Draws everything inside the element: the page's slots, the way back, the step, and the footer. */
export function renderCheckout(view: CheckoutView): TemplateResult {
  const {settings, stepMessages, announcement, messages, language} = view;
  const {proxyUrl, theme, supportUrl, termsUrl} = settings;
  const {onAction, onCommand, onNotice} = stepMessages;
  return html`<div class="room"><div class="frame ${theme}" lang=${language} dir=${directionOf(language)}>
    <div><slot name="header"></slot>${proxyUrl ? renderTop(view) : nothing}</div>
    <div class="body" part="step" @keydown=${keepKey} @keypress=${keepKey} @keyup=${keepKey} @cr-action=${onAction} @cr-command=${onCommand} @cr-notice=${onNotice}>
      ${proxyUrl ? renderBody(view) : problemNotice(messages.errors.proxy_url_missing)}
    </div>
    ${footer({supportUrl, termsUrl, messages})}
    <p class="hidden-text" role="status">${fresh(announcement)}</p>
  </div></div>`;
}

function renderTop({session, isLocked, messages, onBack}: CheckoutView): TemplateResult {
  const {checkout} = session;
  return topBar({
    step: checkout.step,
    onBack: hasWayBack(checkout) ? onBack : undefined,
    isLocked,
    messages,
  });
}

function renderBody({session, step, isLeaving, messages, onLeaving}: CheckoutView): TemplateResult {
  const onLeave = () => session.send({type: 'start-over'});
  return html`${step()}
  ${leaveOrder(orderOf(session.checkout), {isLeaving, messages, onLeaving, onLeave})}`;
}
