import {add, compare} from './money.js';
import {omitEmpty} from './omit-empty.js';
import {normalizeAddress} from './payment/chains/normalize-address.js';
import {MEMO_KEYS} from './payment/memo-names.js';
import type {Delivery, Order, Quote} from './types.js';

/**
 * How an order differs from what was confirmed, or from what was on screen before. Nothing is payable meanwhile: `price` costs
 * more and is the buyer's choice, `details` is another address, memo or amount, which counts once it was read again, and
 * `other` is another coin, network or product, which is never paid. Amounts are decimal strings.
 */
export type OrderChange =
  | {readonly type: 'price'; readonly confirmed: string; readonly asked: string}
  | {readonly type: 'details'; readonly before: PaymentDetails; readonly isReadAgain: boolean}
  | {readonly type: 'other'};

/** Everything that decides where money goes, and how much. */
export type PaymentDetails = Pick<
  Order,
  'coin' | 'network' | 'address' | 'memo' | 'memoHint' | 'qrText' | 'coinAmount'
>;

/** Returns what of a new order is not as the buyer confirmed it; `undefined` if all is. An order may cost less. */
function changeSinceQuote(order: Order, quote: Quote): OrderChange | undefined {
  const {coin, network, coinAmount, deliveries} = order;
  const {brand, product, quantity = 1} = quote;
  const brands = [product.brandName, brand.name, brand.family];
  const isOther =
    isDifferent(coin, [quote.coin]) ||
    isDifferent(network, [quote.network.name, quote.network.label]) ||
    (deliveries.length > 0 && deliveries.length !== quantity) ||
    deliveries.some(
      line =>
        isDifferent(line.brandName, brands) ||
        isDifferent(line.country, [brand.country, product.country]) ||
        isOtherAmount(line, quote),
    );
  return isOther ? {type: 'other'} : priceChange(quote.coinAmount, coinAmount);
}

/** Returns the change of an order that costs more than was confirmed; `undefined` for any other. */
function priceChange(confirmed: string | undefined, asked: string | undefined): OrderChange | undefined {
  const isHigher = confirmed !== undefined && asked !== undefined && compare(asked, confirmed) > 0;
  return isHigher ? {type: 'price', confirmed, asked} : undefined;
}

/** Facts about the details of an order, beside the order itself. */
export interface KnownDetails {
  readonly order?: Order | undefined;
  /** How the order differs from what was confirmed or shown; nothing is payable while it is there. */
  readonly change?: OrderChange | undefined;
  /** Details that may be on screen; `undefined` until there are any. */
  readonly accepted?: PaymentDetails | undefined;
  /** Amount that was confirmed before a reload, a decimal string. */
  readonly confirmed?: string | undefined;
}

/** Returns what is known after a reading of an order. Changed details count once two readings say the same. */
export function acceptReading(known: KnownDetails, order: Order, quote: Quote | undefined): KnownDetails {
  const {change: before, accepted} = known;
  if (before?.type === 'other') return omitEmpty({change: before, accepted});
  const confirmed = before?.type === 'price' ? before.confirmed : known.confirmed;
  const found = accepted
    ? changeSince(accepted, order)
    : quote
      ? changeSinceQuote(order, quote)
      : priceChange(confirmed, order.coinAmount);
  const isReadAgain = known.order !== undefined && isSameDetails(known.order, order);
  if (found)
    return omitEmpty({
      change: found.type === 'details' ? {...found, isReadAgain} : found,
      accepted,
      confirmed,
    });
  return order.address ? {accepted: detailsOf(order)} : omitEmpty({confirmed});
}

/** Returns what is known once the buyer has accepted a higher price; `undefined` where nothing can be accepted. */
export function acceptChange({change}: KnownDetails, order: Order): KnownDetails | undefined {
  if (change?.type !== 'price') return undefined;
  return {change: undefined, confirmed: undefined, accepted: detailsOf(order)};
}

function changeSince(before: PaymentDetails, order: Order): OrderChange | undefined {
  if (isSameDetails(before, order)) return undefined;
  const isOther = isDifferent(order.coin, [before.coin]) || isDifferent(order.network, [before.network]);
  return isOther ? {type: 'other'} : {type: 'details', before, isReadAgain: false};
}

/** Whether two readings say the same of where money goes, and how much. */
export function isSameDetails(one: PaymentDetails, other: PaymentDetails): boolean {
  return detailsKey(one) === detailsKey(other);
}

function detailsOf({
  coin,
  network,
  address,
  memo,
  memoHint,
  qrText,
  coinAmount,
}: PaymentDetails): PaymentDetails {
  return {coin, network, address, memo, memoHint, qrText, coinAmount};
}

/** Returns a key of details, in which two spellings of a coin, an amount or an address are the same. */
function detailsKey({
  coin,
  network,
  address = '',
  memo,
  memoHint,
  qrText,
  coinAmount = '',
}: PaymentDetails): string {
  const names = `${coin} ${network}`.toLowerCase();
  const memos = qrText?.match(MEMO_KEYS);
  return JSON.stringify([
    names,
    normalizeAddress(address),
    coinAmount && add(coinAmount, '0'),
    memo,
    memoHint,
    memos,
  ]);
}

/** Whether a name is there and is none of those that were confirmed. The case of letters says nothing. */
function isDifferent(name: string | undefined, confirmed: readonly (string | undefined)[]): boolean {
  return !!name && !confirmed.some(one => one?.toLowerCase() === name.toLowerCase());
}

/** Whether a line is for another amount of the product than was chosen, as far as both are said in digits. */
function isOtherAmount({label, denomination = label}: Delivery, {product, faceValue}: Quote): boolean {
  const isRange = product.shape === 'range';
  const chosen = (isRange ? [faceValue] : [product.denomination, product.label])
    .map(digitsOf)
    .filter(Boolean);
  // Several numbers are the bounds of a range.
  if (chosen.length === 0 || (isRange && /\d[^\d.,]+\d/.test(denomination))) return false;
  return isDifferent(digitsOf(denomination), chosen);
}

/** Returns the digits of a denomination, which say how much of a product it is: `10,50 €`, `10.50 EUR` and `10.5` are the same. */
function digitsOf(denomination = ''): string {
  return denomination
    .replace(/(\.\d*?)0+(?!\d)/g, '$1')
    .replace(/,00?(?!\d)|(,\d)0(?!\d)/g, '$1')
    .replace(/\D/g, '');
}
