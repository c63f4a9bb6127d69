import {kindOf} from '../routes/brand-listing.js';
import {decimal, formatDecimal} from '../support/decimal.js';
import {seededUuid} from '../support/seeded-random.js';
import {deliverableJson, deliveriesJson} from './delivery-json.js';
import type {Order} from './order-book.js';
import {paidShare, type Snapshot, windowOf} from './timeline.js';
import type {Validation} from './validation.js';

/** Body of `POST /v5/orders/validations`. */
export function validationJson(validation: Validation, id: string) {
  const {coin, coinAmount, lines, euros, dollars, problems} = validation;
  return {
    coin: coin.name,
    coin_amount: coinAmount,
    original_coin_amount: coinAmount,
    coupon_code: null,
    loyalty_summary: null,
    deliveries: lines.map((line, index) => ({
      id: seededUuid('line', id, index),
      delivery_state: 'Created',
      kind: kindOf(line.brand),
      deliverable: {...deliverableJson(line), original_price: line.quote.euros},
    })),
    payment_fee: {amount: '0', original_amount: '0'},
    summary: {
      coin_amount_to_pay_in_crypto: coinAmount,
      as_USD: {value_to_pay_in_crypto: dollars},
      as_EUR: {value_to_pay_in_crypto: euros},
    },
    problems: problems.length > 0 ? problems : noProblems(validation),
  };
}

/** Body of every answer about an order. */
export function orderJson(order: Order, mark: Snapshot) {
  const {validation, destination} = order;
  const {coin, network, coinAmount} = validation;
  const isSetUp = mark.state !== 'PaymentSetupFailed';
  const created = stamp(order, order.createdAt);
  return {
    order_id: order.id,
    order_state: mark.state,
    payment_state: order.scenario.has('unknown-payment') ? 'PaymentAfloat' : mark.payment,
    created_at: created,
    // A bare number with a fraction: clients that expect text have failed on it in production.
    updated_at: mark.at / 1000,
    payment_requested_at: created,
    ...expiryField(order),
    wallet_address: isSetUp ? destination.address : null,
    network: network.name,
    coin: coin.name,
    coin_amount: coinAmount,
    original_price: coinAmount,
    qr_url: `${order.origin}/v3/qrs/${order.id}`,
    qr_text: isSetUp ? destination.qrText : null,
    ...(destination.memo ? {memo: destination.memo} : {}),
    sent_coin_amount: sentAmount(coinAmount, mark),
    ...(mark.sent > 0 ? {received_amount: sentAmount(coinAmount, mark)} : {}),
    payment_via: 'USER_WALLET',
    payment_method: network.method,
    payment_method_protocol: network.engine === 'LIGHTNING' ? 'LIGHTNING_LIKE' : 'BITCOIN_LIKE',
    payment_id: seededUuid('payment', order.id),
    payment_value: Number(validation.euros),
    deliveries: deliveriesJson(order, mark),
    user: {email: order.email},
    is_payment_processor_external: false,
    ...(order.refundAddress ? {refund_wallet_address: order.refundAddress} : {}),
    ...(mark.state === 'Refunded'
      ? {
          refund: {
            amount: sentAmount(coinAmount, mark),
            currency: coin.name,
            reason: mark.sent < paidShare.all ? 'UNDERPAID' : 'DELIVERY_FAILED',
          },
        }
      : {}),
  };
}

/** Both spellings of "none" are real. */
function noProblems({lines}: Validation): null | [] {
  return lines[0]?.product.price.type === 'range' ? null : [];
}

/** Epoch seconds, as text on most orders and as a number on every third. */
function stamp({number}: Order, at: number): string | number {
  const seconds = Math.floor(at / 1000);
  return number % 3 === 0 ? seconds : String(seconds);
}

/** The end of the window, by whichever name the buyer's e-mail asks for: the API has shown none so far. */
function expiryField({scenario, createdAt}: Order): object {
  const end = createdAt + windowOf(scenario);
  if (scenario.has('expiration-date')) return {expiration_date: new Date(end).toISOString()};
  if (scenario.has('payment-expires-at')) return {payment_expires_at: end / 1000};
  return scenario.has('expires-at') || scenario.has('short')
    ? {expires_at: String(Math.floor(end / 1000))}
    : {};
}

function sentAmount(coinAmount: string, {sent}: Snapshot): string {
  if (sent === paidShare.nothing) return '0';
  const amount = decimal(coinAmount);
  return formatDecimal({...amount, units: (amount.units * BigInt(sent)) / BigInt(paidShare.all)});
}
