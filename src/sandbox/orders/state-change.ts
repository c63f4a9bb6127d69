import {isCount, isRecord} from '../support/json-values.js';
import {replan, type Snapshot, snapshotAt, type Timeline} from './timeline.js';

/** The fields of a snapshot to replace; the others stay. */
export type StateChange = Partial<Omit<Snapshot, 'at'>>;

/** Parses the body of `POST /sandbox/orders/{id}/state`; returns a sentence when it is invalid. */
export function readStateChange(body: unknown): StateChange | string {
  if (!isRecord(body)) return 'The body must be a JSON object.';
  const {order_state: state, payment_state: payment, sent_percent: percent} = body;
  if (![state, payment].every(value => value === undefined || typeof value === 'string'))
    return 'order_state and payment_state must be texts.';
  if (percent !== undefined && !isCount(percent)) return 'sent_percent must be a whole number.';
  return {
    ...(state === undefined ? {} : {state: String(state)}),
    ...(payment === undefined ? {} : {payment: String(payment)}),
    ...(percent === undefined ? {} : {sent: percent * 100}),
  };
}

/** Puts an order into a state, where it stays. */
export function applyStateChange(timeline: Timeline, now: number, change: StateChange): Timeline {
  return replan(timeline, now, {...snapshotAt(timeline, now), ...change, at: now});
}
