import {nothing, type TemplateResult} from 'lit';

import {isOver} from '../domain/order.js';
import {standingOf} from '../domain/standing.js';
import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {actionButton} from './action-button.js';
import {orderText} from './choice-text.js';
import {quietNotice} from './notice.js';
import {situationHeading} from './order-state.js';

/** Draws the line about an order that was left open: its products, its state, and the way back to it; `nothing` without one. */
export function openOrder(
  order: Order | undefined,
  {messages, language}: {readonly messages: Messages; readonly language: string},
  onShow: () => void,
): TemplateResult | typeof nothing {
  if (!order) return nothing;
  const {openOrder} = messages;
  const heading = situationHeading(standingOf(order).situation, messages);
  return quietNotice(openOrder.line(orderText(order, language), heading), [
    {label: openOrder.show, act: onShow},
  ]);
}

export interface LeaveOrder {
  /** The buyer has pressed the button and is asked to confirm. */
  readonly isLeaving: boolean;
  readonly messages: Messages;
  readonly onLeaving: (isLeaving: boolean) => void;
  readonly onLeave: () => void;
}

/** Draws the way from an open order to another purchase, which the buyer has to confirm; `nothing` without an open order. */
export function leaveOrder(
  order: Order | undefined,
  {isLeaving, messages, onLeaving, onLeave}: LeaveOrder,
): TemplateResult | typeof nothing {
  if (!order || isOver(standingOf(order).phase)) return nothing;
  const {openOrder, payment} = messages;
  if (!isLeaving)
    return actionButton('quiet', 'action', {label: payment.startOver, act: () => onLeaving(true)});
  return quietNotice(
    openOrder.leave,
    [
      {label: openOrder.stay, act: () => onLeaving(false)},
      {label: payment.startOver, act: onLeave},
    ],
    'alert',
  );
}
