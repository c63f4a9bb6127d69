import {compare, fractionLength, isPositive, multiply, roundUpTo, subtract} from './money.js';
import {isFailed, type OrderPhase, paymentPhaseOf, phaseOf} from './order.js';
import type {OrderChange} from './order-change.js';
import type {Order} from './types.js';

/**
 * Situations of an order for its buyer; each has one heading and one text. `partial` is a part that was seen and not
 * counted yet, `tooLittle` a sum that no wallet can send, `partExpired` a part whose rest did not come in time, `late` a
 * payment after the time was over, `failedPaid` and `cancelledPaid` orders that ended although money had come,
 * `setupFailed` one that could never be paid. `wrong` is another coin or network, as the buyer says; the last three are orders
 * that {@link OrderChange} keeps from being paid. The other names are those of {@link OrderPhase}.
 */
export type Situation =
  | OrderPhase
  | 'partial'
  | 'underpaid'
  | 'tooLittle'
  | 'partExpired'
  | 'overpaid'
  | 'late'
  | 'failedPaid'
  | 'setupFailed'
  | 'cancelledPaid'
  | 'wrong'
  | 'priceChanged'
  | 'detailsChanged'
  | 'orderChanged';

/** What the buyer can do: `pay` is the only one in which an address may be shown, `decide` accepts a change or leaves it. */
export type NextStep = 'pay' | 'decide' | 'wait' | 'collect' | 'support' | 'reorder';

/** How an order stands. Amounts are decimal strings in its coin, times are milliseconds since 1970. */
export interface Standing {
  readonly situation: Situation;
  readonly phase: OrderPhase;
  readonly next: NextStep;
  readonly asked?: string | undefined;
  /** Above zero; `undefined` where nothing has arrived, or its amount is not known. */
  readonly arrived?: string | undefined;
  /** The amount missing of a part that has arrived, whether it can be sent or not. */
  readonly missing?: string | undefined;
  readonly surplus?: string | undefined;
  /**
   * Amount to send now, rounded up to the places of the coin; `undefined` where nothing is to be sent, or a part was seen
   * whose amount is not known.
   */
  readonly due?: string | undefined;
  /** `due` is more than was asked for, because the coin has fewer places. */
  readonly isRounded?: true;
  /** When the order came into its state. */
  readonly since?: number | undefined;
  /** Until when it can be paid. */
  readonly until?: number | undefined;
}

/** Facts beside the order. Without it, an order is judged by its states and amounts alone. */
export interface StandingFacts {
  readonly now?: number | undefined;
  /** When payment should have arrived. */
  readonly deadline?: number | undefined;
  /** A payment in parts is not possible: a Lightning invoice is paid as a whole (BOLT 11). */
  readonly isPaidAsWhole?: boolean | undefined;
  /** Places of an amount of the coin. */
  readonly places?: number | undefined;
  /** The least that the chain can send, and the least that the API takes. */
  readonly dust?: string | undefined;
  readonly minimum?: string | undefined;
  /** The buyer reports another coin or network. */
  readonly isReportedWrong?: boolean | undefined;
  /** How the order differs from what was confirmed or shown. */
  readonly change?: OrderChange | undefined;
}

type Money = 'none' | 'some' | 'under' | 'exact' | 'over';

/** Places of an amount that every coin has, where those of a coin are not known. */
const FEWEST_PLACES = 6;

/** A rest of less than this part of the sum is too little where no minimum is known. */
const SMALLEST_PART = 10_000;

/** Whether a change keeps an order from being paid: changed details are payable once they were read again. */
function isHeld(change: OrderChange | undefined): change is OrderChange {
  return change !== undefined && !(change.type === 'details' && change.isReadAgain);
}

const CHANGED = {price: 'priceChanged', details: 'detailsChanged', other: 'orderChanged'} as const;

/** Returns how an order stands: the one decision of which amounts, texts, events and ways on are made. */
export function standingOf(order: Order, facts: StandingFacts = {}): Standing {
  const {coinAmount: asked, received = '0', createdAt, updatedAt} = order;
  const {now, deadline, places, dust = '0', change} = facts;
  const phase = phaseOf(order);
  const money = moneyOf(asked, received, places);
  const missing = asked && money === 'under' ? subtract(asked, received) : undefined;
  const open = missing && !facts.isPaidAsWhole ? missing : asked;
  const rounded = open && places !== undefined ? roundUpTo(places, open) : open;
  const isRest = open !== undefined && open === missing;
  const isTooLittle = isRest ? isTooSmall(open, asked, facts) : compare(rounded ?? dust, dust) < 0;
  const isTimeUp = now !== undefined && deadline !== undefined && now >= deadline;
  const own =
    facts.isReportedWrong && isDisputable(phase)
      ? 'wrong'
      : situationOf(order, {phase, money, isRest, isTooLittle, isTimeUp});
  const situation = nextOf(own) === 'pay' && isHeld(change) ? CHANGED[change.type] : own;
  const next = nextOf(situation);
  const isDue = next === 'pay' && situation !== 'partial';
  return {
    situation,
    phase,
    next,
    asked,
    arrived: money === 'none' ? undefined : received,
    missing,
    surplus: asked && money === 'over' ? subtract(received, asked) : undefined,
    due: isDue ? rounded : undefined,
    ...(isDue && rounded && open && compare(rounded, open) > 0 ? {isRounded: true} : {}),
    since: updatedAt ?? createdAt,
    until: next === 'pay' ? deadline : undefined,
  };
}

/**
 * Compares what has arrived with what was asked for; `some` where that is not known. What was rounded up because the coin has
 * fewer places is exact.
 */
function moneyOf(asked: string | undefined, received: string, places: number | undefined): Money {
  if (!isPositive(received)) return 'none';
  if (asked === undefined) return 'some';
  if (compare(received, asked) < 0) return 'under';
  const rounded = roundUpTo(places ?? Math.max(FEWEST_PLACES, fractionLength(received)), asked);
  return compare(received, rounded) > 0 ? 'over' : 'exact';
}

/** Whether a rest is less than can be sent, or than is credited. */
function isTooSmall(rest: string, asked = '0', {dust, minimum}: StandingFacts): boolean {
  if (!dust && !minimum) return compare(multiply(rest, SMALLEST_PART), asked) < 0;
  return [dust, minimum].some(least => least !== undefined && compare(rest, least) < 0);
}

/** Whether the buyer can still say that another coin or network was used. */
function isDisputable(phase: OrderPhase): boolean {
  return phase === 'waiting' || phase === 'detected' || phase === 'checking' || isFailed(phase);
}

interface Judged {
  readonly phase: OrderPhase;
  readonly money: Money;
  /** Less than the whole is due. */
  readonly isRest: boolean;
  readonly isTooLittle: boolean;
  readonly isTimeUp: boolean;
}

/** Returns the situation of an order. Money that has come counts before what the states say, and is never asked for again. */
function situationOf(order: Order, judged: Judged): Situation {
  const {phase, money} = judged;
  const {state} = order;
  const payment = paymentPhaseOf(order);
  const isCounted = payment === 'paid' || payment === 'detected';
  const hasMoney = money !== 'none' || isCounted;
  const own = money === 'over' ? 'overpaid' : phase;
  switch (phase) {
    case 'waiting':
      return openSituation(judged);
    case 'detected':
      // All of it has come where the payment state counts it, and no more of it is expected where that has expired.
      return state === 'PartialPaymentStarted' && !isCounted
        ? partialSituation({...judged, isTimeUp: judged.isTimeUp || payment === 'expired'})
        : own;
    case 'paid':
    case 'preparing':
      return own;
    case 'expired':
      if (money === 'under' && !isCounted) return 'partExpired';
      return hasMoney ? 'late' : phase;
    case 'failed':
      if (hasMoney) return 'failedPaid';
      return state === 'PaymentSetupFailed' ? 'setupFailed' : phase;
    case 'cancelled':
      return hasMoney ? 'cancelledPaid' : phase;
    case 'onHold':
    case 'checking':
    case 'refunded':
    case 'done':
      return phase;
  }
}

/** Returns the situation of an order that waits for money. */
function openSituation({money, isRest, isTooLittle, isTimeUp}: Judged): Situation {
  if (money === 'over') return 'overpaid';
  if (money === 'exact' || money === 'some') return 'detected';
  if (isTimeUp) return money === 'under' ? 'partExpired' : 'expired';
  if (isTooLittle) return 'tooLittle';
  return isRest ? 'underpaid' : 'waiting';
}

/** Returns the situation of an order of which a part was seen. A payment as a whole has no rest that could be sent. */
function partialSituation(judged: Judged): Situation {
  const {money, isRest, isTimeUp} = judged;
  if (money === 'under' && isRest) return openSituation(judged);
  if (money === 'over') return 'overpaid';
  return money === 'none' && !isTimeUp ? 'partial' : 'detected';
}

/** Returns what the buyer can do in a situation. */
export function nextOf(situation: Situation): NextStep {
  switch (situation) {
    case 'waiting':
    case 'partial':
    case 'underpaid':
      return 'pay';
    case 'priceChanged':
      return 'decide';
    case 'detailsChanged':
    case 'detected':
    case 'paid':
    case 'preparing':
    case 'overpaid':
    case 'checking':
      return 'wait';
    case 'done':
      return 'collect';
    case 'onHold':
    case 'tooLittle':
    case 'partExpired':
    case 'late':
    case 'failedPaid':
    case 'cancelledPaid':
    case 'wrong':
    case 'orderChanged':
      return 'support';
    case 'expired':
    case 'failed':
    case 'setupFailed':
    case 'cancelled':
    case 'refunded':
      return 'reorder';
  }
}
