import {paidShare} from '../scenarios/plan.js';
import type {ScenarioEffects} from '../scenarios/scenario.js';
import {expired, isTerminal, paid, replan, type Snapshot, snapshotAt, type Timeline} from './timeline.js';

/** The order that an action changes. */
interface Target {
  readonly timeline: Timeline;
  readonly now: number;
  readonly current: Snapshot;
  readonly effects: ScenarioEffects;
}

/** Returns the snapshots from now on, or a sentence when the action is impossible in the current state. */
type Action = (target: Target) => readonly Snapshot[] | string;

/** What can be done to an order, as `POST /sandbox/orders/{id}/{action}`. To add an action, add a row. */
const actions = {
  pay: target => payment(target, paidShare.all),
  underpay(target) {
    const {state, sent} = target.current;
    if (state !== 'WaitingForPayment' || sent !== paidShare.nothing)
      return `An order that is ${state} cannot be underpaid.`;
    return arriving(target, 'WaitingForPayment', paidShare.half);
  },
  overpay: target => payment(target, paidShare.excess),
  expire(target) {
    const {state, sent} = target.current;
    if (isSettled(target)) return `An order that is ${state} cannot expire.`;
    return [expired(target.now, sent)];
  },
  fail(target) {
    const {state, sent} = target.current;
    if (isTerminal(state)) return `An order that is ${state} cannot fail.`;
    return to(target, 'PaymentFailed', 'PaymentFailed', sent);
  },
  refund(target) {
    const {state, sent} = target.current;
    if (state === 'Done' || state === 'Refunded') return `An order that is ${state} cannot be refunded.`;
    return to(target, 'Refunded', 'PaymentReceived', sent === paidShare.nothing ? paidShare.all : sent);
  },
  hold(target) {
    const {state} = target.current;
    if (isTerminal(state)) return `An order that is ${state} cannot be held.`;
    return to(target, 'WaitingForManualAction');
  },
  advance(target) {
    const {state} = target.current;
    if (isTerminal(state)) return `An order that is ${state} goes no further.`;
    return to(target, nextState(state));
  },
  detect(target) {
    const {state, sent} = target.current;
    if (state !== 'WaitingForPayment') return `No payment can be seen on an order that is ${state}.`;
    return arriving(target, 'PaymentStarted', sent);
  },
  misdirect(target) {
    const {state, sent} = target.current;
    if (isSettled(target)) return `An order that is ${state} takes no payment.`;
    return to(target, 'WaitingForManualAction', 'PaymentRequested', sent);
  },
  cancel(target) {
    const {state, sent} = target.current;
    if (isSettled(target)) return `An order that is ${state} cannot be canceled.`;
    return to(target, 'Canceled', 'Expired', sent);
  },
} satisfies Record<string, Action>;

export type ControlAction = keyof typeof actions;

export const controlActions = Object.keys(actions) as readonly ControlAction[];

export function isControlAction(name: string): name is ControlAction {
  return Object.hasOwn(actions, name);
}

/** Applies a control action; returns a sentence when it is impossible in the current state. */
export function applyAction(
  timeline: Timeline,
  action: ControlAction,
  now: number,
  effects: ScenarioEffects,
): Timeline | string {
  const future = actions[action]({timeline, now, effects, current: snapshotAt(timeline, now)});
  return typeof future === 'string' ? future : replan(timeline, now, ...future);
}

/** Pays the order; a payment after the expiry still counts. */
function payment({now, current, effects}: Target, sent: number): readonly Snapshot[] | string {
  const {state} = current;
  if (isPaid(current) || (isTerminal(state) && state !== 'Expired'))
    return `An order that is ${state} takes no payment.`;
  return paid(now, effects, sent);
}

/** Records a payment that is not complete. The order keeps its expiry. */
function arriving({timeline, now}: Target, state: string, sent: number): readonly Snapshot[] {
  const expiry = timeline.filter(snapshot => snapshot.at > now && snapshot.state === 'Expired');
  return [
    {at: now, state, payment: 'PaymentRequested', sent},
    ...expiry.map(snapshot => ({...snapshot, sent})),
  ];
}

/** Moves to a state where it stays, paid in full unless said otherwise. */
function to({now, current}: Target, state: string, payment = 'PaymentReceived', sent?: number): [Snapshot] {
  const share = sent ?? (isPaid(current) ? current.sent : paidShare.all);
  return [{at: now, state, payment, sent: share}];
}

function isPaid({sent}: Snapshot): boolean {
  return sent >= paidShare.all;
}

function isSettled({current}: Target): boolean {
  return isPaid(current) || isTerminal(current.state);
}

/** Returns the next state on the usual way. */
function nextState(state: string): string {
  if (['PaymentStarted', 'PartialPaymentStarted'].includes(state)) return 'PaymentReceived';
  const way = ['WaitingForPayment', 'PaymentReceived', 'WaitingForDelivery', 'Done'];
  return way[way.indexOf(state) + 1 || way.length - 1] ?? 'Done';
}
