import {paidShare} from '../scenarios/plan.js';
import type {ScenarioEffects} from '../scenarios/scenario.js';

/** The state of an order from a moment on. */
export interface Snapshot {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `order_state`. */
  readonly state: string;
  /** `payment_state`. */
  readonly payment: string;
  /** How much of the amount has arrived, in ten-thousandths. */
  readonly sent: number;
  /** `partly`: some lines are delivered and one failed. `failed`: all failed. Default: they follow from the state. */
  readonly lines?: 'partly' | 'failed';
}

/** An order's snapshots in their order of time, those still to come included. Never empty. */
export type Timeline = readonly Snapshot[];

/** Milliseconds from the payment to the next states. */
const deliveryStart = 1_000;
const deliveryEnd = 2_500;
const lastLineDelivered = 12_500;

/** Returns the milliseconds that a buyer has to pay. */
export function windowOf({window = 30 * 60_000}: ScenarioEffects): number {
  return window;
}

/** Returns the snapshots of an order that waits for its payment from `at` on and then expires. */
export function waiting(at: number, window: number): readonly [Snapshot, Snapshot] {
  const payment = 'WalletCreated';
  return [{at, state: 'WaitingForPayment', payment, sent: paidShare.nothing}, expired(at + window)];
}

export function expired(at: number, sent: number = paidShare.nothing): Snapshot {
  return {at, state: 'Expired', payment: 'Expired', sent};
}

/** Returns the snapshots from a payment at `at` to the delivery, or to what the scenario has instead. */
export function paid(
  at: number,
  {delivery}: ScenarioEffects,
  sent: number = paidShare.all,
): readonly Snapshot[] {
  const after = (delay: number, state: string, lines?: Snapshot['lines']): Snapshot => ({
    at: at + delay,
    state,
    payment: 'PaymentReceived',
    sent,
    ...(lines ? {lines} : {}),
  });
  const underway = [after(0, 'PaymentReceived'), after(deliveryStart, 'WaitingForDelivery')];
  if (delivery === 'failed') return [...underway, after(deliveryEnd, 'WaitingForManualAction', 'failed')];
  if (delivery === undefined) return [...underway, after(deliveryEnd, 'Done')];
  return [
    ...underway,
    after(deliveryEnd, 'WaitingForDelivery', 'partly'),
    after(lastLineDelivered, 'Done', 'partly'),
  ];
}

/** Returns the latest snapshot that is not after `now`. */
export function snapshotAt(timeline: Timeline, now: number): Snapshot {
  const current = timeline.findLast(snapshot => snapshot.at <= now) ?? timeline[0];
  if (!current) throw new TypeError('An order without a timeline');
  return current;
}

/** Keeps the past and replaces the future. */
export function replan(timeline: Timeline, now: number, ...future: readonly Snapshot[]): Timeline {
  return [...timeline.filter(snapshot => snapshot.at <= now), ...future];
}

/** Checks whether the API promises no further change. */
export function isTerminal(state: string): boolean {
  return terminalStates.includes(state);
}

const terminalStates: readonly string[] = [
  'Done',
  'Expired',
  'PaymentFailed',
  'PaymentSetupFailed',
  'Refunded',
  'Canceled',
  'Cancelled',
];
