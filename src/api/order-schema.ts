import * as v from 'valibot';

import {isPositive} from '../domain/money.js';
import type {Delivery, Order, Problem, Validation} from '../domain/types.js';
import {amount, list, maybe, text, textOf, time} from './wire.js';

const deliverable = v.object({
  brand_name: text,
  family: text,
  denomination: text,
  localized_denomination: text,
  country_code: text,
  beneficiary_account: text,
  delivery_type: text,
  pin_code: text,
  pin_serial: text,
  security_code: text,
  operator_reference: text,
  redeem_instructions: text,
  how_to_redeem: text,
  error_description: text,
  failure_reason: text,
});

const delivery = v.object({delivery_state: text, deliverable: maybe(deliverable)});

const order = v.pipe(
  v.object({
    order_id: text,
    order_state: text,
    payment_state: text,
    coin: text,
    coin_amount: amount,
    network: text,
    wallet_address: text,
    qr_text: text,
    sent_coin_amount: amount,
    received_amount: amount,
    created_at: time,
    payment_requested_at: time,
    expires_at: time,
    expiration_date: time,
    payment_expires_at: time,
    deliveries: list(delivery),
  }),
  v.check(found => found.order_id !== undefined && found.order_state !== undefined),
);

/** An order as `GET /v5/orders/{id}` and the stream's messages carry it. */
export const orderSchema = v.pipe(
  order,
  v.transform(
    (found): Order => ({
      id: found.order_id ?? '',
      state: found.order_state ?? '',
      paymentState: found.payment_state,
      coin: found.coin,
      coinAmount: found.coin_amount,
      network: found.network,
      address: found.wallet_address,
      qrText: found.qr_text,
      received: found.received_amount ?? found.sent_coin_amount,
      createdAt: found.created_at ?? found.payment_requested_at,
      expiresAt: found.payment_expires_at ?? found.expires_at ?? found.expiration_date,
      deliveries: (found.deliveries ?? []).map(toDelivery),
    }),
  ),
);

function toDelivery({delivery_state, deliverable: item}: v.InferOutput<typeof delivery>): Delivery {
  const pin = item?.pin_code;
  const isLink = pin !== undefined && /^https?:\/\//i.test(pin);
  const deliveredTo = item?.delivery_type === 'by_phone' ? 'phone' : 'email';
  return {
    state: delivery_state ?? '',
    brandName: item?.brand_name ?? item?.family ?? '',
    label: item?.localized_denomination ?? item?.denomination ?? '',
    country: item?.country_code ?? '',
    deliveredTo,
    beneficiary: item?.beneficiary_account,
    code: isLink && pin.startsWith('https:') ? undefined : pin,
    link: isLink && pin.startsWith('https:') ? pin : undefined,
    serial: item?.pin_serial,
    securityCode: item?.security_code,
    reference: item?.operator_reference,
    instructions: item?.redeem_instructions ?? item?.how_to_redeem,
    failure: item?.error_description ?? item?.failure_reason,
  };
}

const problemOf = (item: unknown) => textOf((item as {problem?: unknown} | null)?.problem);

/** `null`, `[]` and absent all mean none. An item that cannot be read is a problem too: nothing is sold past it. */
export const problemsSchema = v.pipe(
  list(v.unknown()),
  v.transform((found): Problem[] => (found ?? []).map(item => ({code: problemOf(item) ?? 'UNKNOWN'}))),
);

/** What comes instead of an order that is refused, with whatever status. */
export const refusalSchema = v.object({problems: problemsSchema});

/** Validation's answer. No problems and no positive total is not an answer. */
export const validationSchema = v.pipe(
  v.object({coin_amount: amount, problems: problemsSchema}),
  v.transform((found): Validation => ({coinAmount: found.coin_amount, problems: found.problems ?? []})),
  v.check(
    ({problems, coinAmount}) => problems.length > 0 || (coinAmount !== undefined && isPositive(coinAmount)),
  ),
);
