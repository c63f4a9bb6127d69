import type {Situation} from '../domain/standing.js';

/**
 * Keys in `messages` of situations that have another name there. Those of `detected` and `onHold` are public, and stay although
 * the phases have got better names; the other situations have the words of the nearest one.
 */
const OTHER_KEYS = {
  detected: 'seen',
  onHold: 'held',
  partial: 'underpaid',
  tooLittle: 'underpaid',
  partExpired: 'expired',
  failedPaid: 'failed',
  setupFailed: 'cancelled',
  cancelledPaid: 'cancelled',
  priceChanged: 'checking',
  detailsChanged: 'checking',
  orderChanged: 'checking',
} as const satisfies Partial<Record<Situation, string>>;

type OtherKeys = typeof OTHER_KEYS;
type PhaseKey<Name extends Situation> = Name extends keyof OtherKeys ? OtherKeys[Name] : Name;

/** Returns the key of a phase, or of another situation, in `payment.states`, `payment.cases` and `payment.stages`. */
export function phaseKey<Name extends Situation>(situation: Name): PhaseKey<Name> {
  const other: Partial<Record<Situation, string>> = OTHER_KEYS;
  return (other[situation] ?? situation) as PhaseKey<Name>;
}
