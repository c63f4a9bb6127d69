import type {OrderPhase} from '../domain/order.js';
import type {Messages} from './en.js';

/** Keys of phases in `messages`: they are public, and stay although a phase has got a better name. */
const KEYS = {
  waiting: 'waiting',
  detected: 'seen',
  paid: 'paid',
  preparing: 'preparing',
  onHold: 'held',
  done: 'done',
  expired: 'expired',
  failed: 'failed',
  cancelled: 'cancelled',
  refunded: 'refunded',
  checking: 'checking',
} as const satisfies Record<OrderPhase, keyof Messages['payment']['states']>;

/** Returns the key of a phase in `payment.states` and `payment.stages`. */
export function phaseKey<Phase extends OrderPhase>(phase: Phase): (typeof KEYS)[Phase] {
  return KEYS[phase];
}
