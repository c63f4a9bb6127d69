import {compare} from '../domain/money.js';
import {omitEmpty} from '../domain/omit-empty.js';
import type {Order, Validation} from '../domain/types.js';
import {deliverySchema} from './delivery-schema.js';
import {type Field, fieldsOf, textsNamed, valuesNamed} from './field-names.js';
import {readMemo} from './order-memo.js';
import {problemList} from './problems-schema.js';
import {
  anything,
  by,
  listOrNone,
  object,
  plainName,
  positiveAmount,
  readAmount,
  readText,
  refuse,
  required,
  requiredText,
  text,
  time,
} from './wire.js';
import {readTime} from './wire-time.js';

/** Matches names of objects in which the fields of an order's payment may stand: `payment_info`, `pay_to`, `wallet`. */
const PAYMENT = /^(?!refund).*(pay|wallet|address|destination|deposit|transaction|crypto|instruction)/;

// Names of fields that are not documented, as `fieldsOf` spells them.
const EXPIRY =
  /^(payment|invoice|order|quote|rate|price)?(expir(es|e|y|ation)(at|on|date|time)?|validuntil|deadline)$/;
const TRANSACTION = /^(payment|blockchain)?(transaction|txn?)(id|hash)?$/;
const CONFIRMATIONS = /^(payment|block|transaction)?confirmations?(count)?$/;
const CONFIRMATIONS_NEEDED = /^(required|min|needed)confirmations$|^confirmations(required|needed)$/;

/** An id as it stands in paths and storage. */
const orderId = required(value => {
  const id = readText(value);
  return id && /^[\w.~:-]{1,200}$/.test(id) ? id : undefined;
});

/** An amount that has arrived, with a sign in front or its coin behind too: one that is not read would be asked for again. */
const arrived = by(value =>
  readAmount(typeof value === 'string' ? value.trim().replace(/^\+|\s*[a-z]+$/gi, '') : value),
);

/** An order as `GET /v5/orders/{id}` and the stream's messages carry it. */
export const orderSchema = object(
  {
    order_id: orderId,
    order_state: requiredText,
    payment_state: text,
    coin: plainName,
    coin_amount: positiveAmount,
    network: plainName,
    wallet_address: text,
    qr_text: text,
    received_amount: arrived,
    sent_coin_amount: arrived,
    created_at: time,
    payment_requested_at: time,
    updated_at: time,
    delivered: text,
    order_key: text,
    deliveries: listOrNone(deliverySchema),
  },
  (order): Order => {
    const fields = fieldsOf(order, PAYMENT);
    const {memo, ...hints} = readMemo(fields);
    const createdAt = order.created_at ?? order.payment_requested_at;
    return {
      id: order.order_id,
      state: order.order_state,
      paymentState: order.payment_state,
      coin: order.coin,
      coinAmount: order.coin_amount,
      network: order.network,
      address: order.wallet_address,
      qrText: order.qr_text,
      memo,
      received: largest(order.received_amount, order.sent_coin_amount),
      createdAt,
      updatedAt: order.updated_at,
      expiresAt: earliest(valuesNamed(fields, EXPIRY).map(readTime), createdAt),
      deliveries: order.deliveries,
      ...omitEmpty({
        ...hints,
        transaction: textsNamed(fields, TRANSACTION)[0],
        confirmations: countNamed(fields, CONFIRMATIONS),
        confirmationsNeeded: countNamed(fields, CONFIRMATIONS_NEEDED),
        key: order.order_key,
        delivered: order.delivered === 'withheld' ? order.delivered : undefined,
      }),
    };
  },
  anything,
);

/** Returns the larger of two amounts: what one field does not know yet must not be asked for again. */
function largest(one: string | undefined, other = one): string | undefined {
  return one && other && compare(one, other) > 0 ? one : other;
}

/** Returns the first of several times, of those that are not before the creation. */
function earliest(times: readonly (number | undefined)[], createdAt = 0): number | undefined {
  const possible = times.filter(found => found !== undefined && found >= createdAt) as number[];
  return possible.length > 0 ? Math.min(...possible) : undefined;
}

/** Returns a whole number; `undefined` without one. */
function countNamed(fields: readonly Field[], names: RegExp): number | undefined {
  const count = Number(textsNamed(fields, names)[0]);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** A validation's response: a total, problems, or both. */
export const validationSchema = object(
  {coin_amount: positiveAmount, problems: problemList},
  ({coin_amount, problems}, found): Validation => {
    if (!coin_amount && problems.length === 0) refuse(found, 'coin_amount');
    return {coinAmount: coin_amount, problems};
  },
);
