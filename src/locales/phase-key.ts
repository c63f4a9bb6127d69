import type {OrderPhase} from '../domain/order.js';

/** Keys of two phases in `messages`: they are public, and stay although the phases have got better names. */
const OLDER_KEYS = {detected: 'seen', onHold: 'held'} as const;
type OlderKeys = typeof OLDER_KEYS;

type PhaseKey<Phase extends OrderPhase> = Phase extends keyof OlderKeys ? OlderKeys[Phase] : Phase;

/** Returns the key of a phase in `payment.states` and `payment.stages`. */
export function phaseKey<Phase extends OrderPhase>(phase: Phase): PhaseKey<Phase> {
  const older: Partial<Record<OrderPhase, string>> = OLDER_KEYS;
  return (older[phase] ?? phase) as PhaseKey<Phase>;
}
