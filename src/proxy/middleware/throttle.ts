import {timeLeft} from '../core/timeouts.js';

/** A buyer whom the API has throttled. */
interface Refusal {
  readonly buyer: string;
  /** The outermost network of the buyer. */
  readonly network: string;
  /** When it was throttled, in milliseconds since the epoch, and for how long it waits, in milliseconds. */
  readonly since: number;
  readonly ms: number;
}

/** How the API has throttled a route. */
export interface Throttle {
  readonly refusals: readonly Refusal[];
  /** When everybody began to wait, in milliseconds since the epoch, and for how long, in milliseconds. */
  readonly since: number;
  readonly ms: number;
  /** The last rest of everybody, in milliseconds; 0 once the API has answered another buyer. */
  readonly rest: number;
}

export type ThrottledBuyer = Pick<Refusal, 'buyer' | 'network'>;

export const noThrottle: Throttle = {refusals: [], since: 0, ms: 0, rest: 0};

/** Milliseconds for which everybody waits after one buyer was throttled. */
const firstRest = 5000;
const maxRefusals = 100;

/** `wait` in milliseconds, 0 to go on; a probe is the one request that finds out whether the API throttles everybody. */
export interface Admission {
  readonly wait: number;
  /** Whether the wait is this buyer's own. */
  readonly isOwn: boolean;
  readonly isProbe: boolean;
}

/** Returns whether a buyer may send a request. A network that was throttled sends no probe. */
export function admissionOf(throttle: Throttle, {buyer, network}: ThrottledBuyer, now: number): Admission {
  const current = currentRefusals(throttle, now);
  const own = current.find(refusal => refusal.buyer === buyer);
  if (own) return {wait: timeLeft(now, own.since, own.ms), isOwn: true, isProbe: false};
  const wait = timeLeft(now, throttle.since, throttle.ms);
  if (wait > 0) return {wait, isOwn: false, isProbe: false};
  const isTrial = throttle.rest > 0 && memoryLeft(throttle, now) > 0;
  const isKnown = isTrial && current.some(refusal => refusal.network === network);
  return {wait: isKnown ? firstRest : 0, isOwn: isKnown, isProbe: isTrial && !isKnown};
}

/** Returns for how long a throttle matters, in milliseconds: a rest is followed by probes for as long again. */
export function memoryLeft({refusals, since, ms, rest}: Throttle, now: number): number {
  const own = refusals.map(refusal => timeLeft(now, refusal.since, refusal.ms));
  return Math.max(timeLeft(now, since, ms + rest), ...own);
}

/** Makes others wait for the probe, for a while: it may never end. */
export function withProbe(throttle: Throttle, now: number): Throttle {
  return {...throttle, since: now, ms: firstRest};
}

/**
 * Adds a buyer whom the API has throttled for `ms`. Everybody rests once for each network, for five seconds at most, and
 * for twice as long after each probe that was throttled too, up to `ms`.
 */
export function withRefusal(
  throttle: Throttle,
  buyer: ThrottledBuyer,
  {ms, isProbe, now}: {readonly ms: number; readonly isProbe: boolean; readonly now: number},
): Throttle {
  const others = currentRefusals(throttle, now).filter(refusal => refusal.buyer !== buyer.buyer);
  const refusals = [...others, {...buyer, since: now, ms}].slice(-maxRefusals);
  const isKnown = others.some(({network}) => network === buyer.network);
  const isFirst = throttle.rest === 0 && !isKnown;
  if (!isFirst && !isProbe) return {...throttle, refusals};
  const rest = Math.min(ms, isFirst ? firstRest : Math.max(firstRest, 2 * throttle.rest));
  return {refusals, since: now, ms: rest, rest};
}

/** Ends the rest of everybody: the API has answered a buyer. */
export function withAnswer(throttle: Throttle, now: number): Throttle {
  return {...noThrottle, refusals: currentRefusals(throttle, now)};
}

function currentRefusals({refusals}: Throttle, now: number): Refusal[] {
  return refusals.filter(({since, ms}) => timeLeft(now, since, ms) > 0);
}
