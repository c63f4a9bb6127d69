import {paidShare} from '../scenarios/plan.js';
import {decimal, formatDecimal} from '../support/decimal.js';
import {seededUuid} from '../support/seeded-random.js';
import {deliveriesJson} from './delivery-json.js';
import type {Order} from './order.js';
import type {OrderBook} from './order-book.js';
import {type Snapshot, windowOf} from './timeline.js';

/** An order on the wire. */
export type OrderJson = ReturnType<typeof orderJson>;

/** Returns an order as it is now: the body of all responses about an order, and of its stream's messages. */
export function currentOrderJson(book: OrderBook, order: Order): OrderJson {
  return orderJson(order, book.snapshot(order));
}

export function orderJson(order: Order, snapshot: Snapshot) {
  const {validation, destination} = order;
  const {coin, network, coinAmount} = validation;
  const isSetUp = snapshot.state !== 'PaymentSetupFailed';
  const created = timestamp(order);
  const sent = sentAmount(coinAmount, snapshot);
  return {
    order_id: order.id,
    order_state: snapshot.state,
    payment_state: order.effects.paymentState ?? snapshot.payment,
    created_at: created,
    // A number with a fraction: clients that expected text have failed on it in production.
    updated_at: snapshot.at / 1000,
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
    sent_coin_amount: sent,
    ...(snapshot.sent > 0 ? {received_amount: sent} : {}),
    payment_via: 'USER_WALLET',
    payment_method: network.method,
    payment_method_protocol: network.engine === 'LIGHTNING' ? 'LIGHTNING_LIKE' : 'BITCOIN_LIKE',
    payment_id: seededUuid('payment', order.id),
    payment_value: Number(validation.euros),
    deliveries: deliveriesJson(order, snapshot),
    user: {email: order.email},
    is_payment_processor_external: false,
    ...(order.refundAddress ? {refund_wallet_address: order.refundAddress} : {}),
    ...(snapshot.state === 'Refunded'
      ? {
          refund: {
            amount: sent,
            currency: coin.name,
            reason: snapshot.sent < paidShare.all ? 'UNDERPAID' : 'DELIVERY_FAILED',
          },
        }
      : {}),
  };
}

/** Returns epoch seconds, as text on most orders and as a number on every third: both were captured. */
function timestamp({number, createdAt}: Order): string | number {
  const seconds = Math.floor(createdAt / 1000);
  return number % 3 === 0 ? seconds : String(seconds);
}

/** Returns the end of the window in the field of the scenario: no field of the API is known. */
function expiryField({effects, createdAt}: Order): object {
  const end = createdAt + windowOf(effects);
  const field = effects.expiryField ?? (effects.window === undefined ? undefined : 'expires_at');
  switch (field) {
    case 'expires_at':
      return {expires_at: String(Math.floor(end / 1000))};
    case 'expiration_date':
      return {expiration_date: new Date(end).toISOString()};
    case 'payment_expires_at':
      return {payment_expires_at: end / 1000};
    case undefined:
      return {};
  }
}

function sentAmount(coinAmount: string, {sent}: Snapshot): string {
  if (sent === paidShare.nothing) return '0';
  const amount = decimal(coinAmount);
  return formatDecimal({...amount, units: (amount.units * BigInt(sent)) / BigInt(paidShare.all)});
}
