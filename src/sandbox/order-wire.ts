import type {Product} from './catalogue/build.js';
import {formatDecimal, parseDecimal} from './decimal.js';
import {delivered} from './delivered.js';
import {kindOf} from './listing.js';
import {moneyLabel} from './money.js';
import type {Order} from './orders.js';
import {pointsFor} from './pricing.js';
import {uuidOf} from './random.js';
import type {Mark} from './timeline.js';
import type {QuotedLine, Validation} from './validation.js';

/** Body of `POST /v5/orders/validations`. */
export function validationWire(validation: Validation, id: string) {
  const {coin, coinAmount, lines, euros, dollars, problems} = validation;
  return {
    coin: coin.name,
    coin_amount: coinAmount,
    original_coin_amount: coinAmount,
    coupon_code: null,
    loyalty_summary: null,
    deliveries: lines.map((line, index) => ({
      id: uuidOf('line', id, index),
      delivery_state: 'Created',
      kind: kindOf(line.brand),
      deliverable: {...deliverable(line), original_price: line.quote.euros},
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
export function orderWire(order: Order, mark: Mark) {
  const {validation, destination} = order;
  const {coin, network, coinAmount, lines} = validation;
  const created = stamp(order, order.createdAt);
  return {
    order_id: order.id,
    order_state: mark.state,
    payment_state: mark.payment,
    created_at: created,
    // A bare number with a fraction: clients that expect text have failed on it in production.
    updated_at: mark.at / 1000,
    payment_requested_at: created,
    wallet_address: destination.address,
    network: network.name,
    coin: coin.name,
    coin_amount: coinAmount,
    original_price: coinAmount,
    qr_url: `${order.origin}/v3/qrs/${order.id}`,
    qr_text: destination.qrText,
    sent_coin_amount: sentAmount(coinAmount, mark),
    payment_via: 'USER_WALLET',
    payment_method: network.method,
    payment_method_protocol: network.engine === 'LIGHTNING' ? 'LIGHTNING_LIKE' : 'BITCOIN_LIKE',
    payment_id: uuidOf('payment', order.id),
    payment_value: Number(validation.euros),
    deliveries: lines.map((line, index) => ({
      id: uuidOf('line', order.id, index),
      delivery_state: deliveryState(mark.state),
      kind: kindOf(line.brand),
      deliverable: {...deliverable(line), ...(mark.state === 'Done' ? delivered(order, line, index) : {})},
    })),
    user: {email: order.email},
    is_payment_processor_external: false,
    ...(order.refundAddress ? {refund_wallet_address: order.refundAddress} : {}),
    ...(mark.state === 'Refunded'
      ? {refund: {amount: sentAmount(coinAmount, mark), currency: coin.name, reason: 'DELIVERY_FAILED'}}
      : {}),
  };
}

function deliverable({brand, product, denomination, faceValue, beneficiary, quote}: QuotedLine) {
  return {
    denomination,
    localized_denomination: labelOf(product, faceValue),
    family: brand.familyName,
    brand_name: brand.name,
    beneficiary_account: beneficiary,
    country_code: brand.country,
    delivery_type: product.delivery,
    points: pointsFor(quote),
    coin_amount: quote.coinAmount,
    currency_code: product.currency,
  };
}

function labelOf(product: Product, faceValue: string): string {
  return product.price.type === 'range' ? moneyLabel(faceValue, product.currency) : product.label;
}

function deliveryState(state: string): string {
  if (state === 'Done') return 'Succeeded';
  return ['WaitingForPayment', 'PaymentStarted', 'Expired'].includes(state) ? 'WaitingForPayment' : 'Created';
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

function sentAmount(coinAmount: string, {sent}: Mark): string {
  const amount = parseDecimal(coinAmount);
  if (!amount || sent === 'nothing') return '0';
  if (sent === 'all') return coinAmount;
  const units = sent === 'half' ? amount.units / 2n : amount.units + amount.units / 2n;
  return formatDecimal({...amount, units});
}
