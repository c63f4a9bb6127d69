import type {Api} from '../../api/client.js';
import {ApiError} from '../../api/errors.js';
import {
  type PayableOrder,
  type PaymentInstruction,
  paymentInstruction,
} from '../../domain/payment/instruction.js';
import {paymentStanding} from '../../domain/payment/payment-standing.js';
import type {Network, Order, Quote} from '../../domain/types.js';

/** Milliseconds after which a payment is shown without what the list of coins would have added. */
const LONGEST_WAIT = 8000;

/** How an order is to be paid. */
export interface PaymentPlan {
  /** `undefined` if the payment details of the order do not pass the checks. */
  readonly instruction: PaymentInstruction | undefined;
  /** `undefined` if it is not known. */
  readonly network: Network | undefined;
  /** The coin has no other network, so that there is nothing to acknowledge. */
  readonly isOnlyNetwork: boolean;
}

/** An order, and what the checkout knows about its network. */
export interface PaymentFacts {
  readonly order: PayableOrder;
  /** Quote of the order; `undefined` after a reload. */
  readonly quote: Quote | undefined;
  readonly api: Api | undefined;
  /** The server's time in milliseconds since 1970. */
  readonly now: number;
}

/** Verifies the payment details of an order. The list of coins is read if there is no quote; it may be missing. */
export async function planPayment(facts: PaymentFacts, signal: AbortSignal): Promise<PaymentPlan> {
  const {order, now} = facts;
  const {network, isOnly} = await networkOf(facts, signal);
  const {due, situation} = paymentStanding(order, {now, network});
  const found = paymentInstruction(order, network, {due, now});
  const instruction = situation === 'partial' ? withoutAmount(found) : found;
  return {instruction, network, isOnlyNetwork: isOnly};
}

async function networkOf(
  {order, quote, api}: PaymentFacts,
  signal: AbortSignal,
): Promise<{network: Network | undefined; isOnly: boolean}> {
  if (quote?.alternatives && quote.coin === order.coin && quote.network.name === order.network)
    return {network: quote.network, isOnly: quote.alternatives.length === 0};
  const wait = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT)]);
  const coins = (await api?.listCoins(wait).catch(() => undefined)) ?? [];
  const networks = coins.find(({name}) => name === order.coin)?.networks ?? [];
  const network = networks.find(({name}) => name === order.network);
  return {network, isOnly: network !== undefined && networks.length === 1};
}

/** Whether an order says where to pay what: a coin can be sent on several networks, and is lost on the wrong one. */
export function isComplete(order: Order): order is PayableOrder {
  return Boolean(order.address && order.coin && order.network && order.coinAmount);
}

/** Returns what to report of a plan: nothing verified, or a payment text that differs; `undefined` if all is well. */
export function planError({instruction}: PaymentPlan): ApiError | undefined {
  if (!instruction) return new ApiError('payment_unverified');
  return instruction.mismatch ? new ApiError('payment_uri_mismatch') : undefined;
}

/** Leaves the address alone: nothing is drawn that names an amount. */
function withoutAmount(instruction: PaymentInstruction | undefined): PaymentInstruction | undefined {
  const forms = instruction?.forms.filter(({form}) => form === 'address');
  return forms && instruction && {...instruction, forms, link: undefined, invoice: undefined};
}

/** Lists what a plan depends on. */
export function planInputs(order: PayableOrder | undefined): readonly unknown[] {
  const {id, coin, network, address, coinAmount, received, state, qrText, memo, memoType} = order ?? {};
  return [id, coin, network, address, coinAmount, received, state, qrText, memo, memoType];
}
