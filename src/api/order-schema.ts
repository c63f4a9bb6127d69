import * as z from 'zod/mini';

import type {Delivery, Order, Validation} from '../domain/types.js';
import {problemList} from './problems-schema.js';
import {amount, fields, listOrNone, positiveAmount, requiredText, text, time, webAddress} from './wire.js';

const deliverableSchema = fields({
  brand_name: text,
  family: text,
  denomination: text,
  localized_denomination: text,
  country_code: text,
  delivery_type: text,
  beneficiary_account: text,
  pin_code: text,
  voucher_code: text,
  code: text,
  pin: text,
  activation_code: text,
  lpa: text,
  qr_text: text,
  qr_code: text,
  redemption_url: text,
  barcode_image_url: webAddress,
  qr_image_url: webAddress,
  pin_serial: text,
  security_code: text,
  operator_reference: text,
  redeem_instructions: text,
  how_to_redeem: text,
  pin_usage_instructions: text,
  error_description: text,
  failure_reason: text,
});

const deliverySchema = z.pipe(
  z.object({delivery_state: text, deliverable: deliverableSchema}),
  z.transform(({delivery_state: state = '', deliverable}) => toDelivery(state, deliverable)),
);

/** An order as `GET /v5/orders/{id}` and the stream's messages carry it. */
export const orderSchema = z.pipe(
  z.object({
    order_id: requiredText,
    order_state: requiredText,
    payment_state: text,
    coin: text,
    coin_amount: positiveAmount,
    network: text,
    wallet_address: text,
    qr_text: text,
    memo: text,
    received_amount: amount,
    sent_coin_amount: amount,
    created_at: time,
    payment_requested_at: time,
    updated_at: time,
    payment_expires_at: time,
    expires_at: time,
    expiration_date: time,
    deliveries: listOrNone(deliverySchema),
  }),
  z.transform(
    (order): Order => ({
      id: order.order_id,
      state: order.order_state,
      paymentState: order.payment_state,
      coin: order.coin,
      coinAmount: order.coin_amount,
      network: order.network,
      address: order.wallet_address,
      qrText: order.qr_text,
      memo: order.memo,
      received: order.received_amount ?? order.sent_coin_amount,
      createdAt: order.created_at ?? order.payment_requested_at,
      updatedAt: order.updated_at,
      expiresAt: order.payment_expires_at ?? order.expires_at ?? order.expiration_date,
      deliveries: order.deliveries,
    }),
  ),
);

/** Fields have several names, by kind of product and by the age of the API's own clients. */
function toDelivery(state: string, item: z.infer<typeof deliverableSchema>): Delivery {
  const pin = item.pin_code ?? item.voucher_code ?? item.code ?? item.pin;
  const profile = item.activation_code ?? item.lpa ?? item.qr_text ?? item.qr_code;
  const activation = [pin, profile].find(isActivation);
  const link = [pin, item.redemption_url].find(isHttps);
  return {
    state,
    brandName: item.brand_name ?? item.family ?? '',
    label: item.localized_denomination ?? item.denomination ?? '',
    country: item.country_code ?? '',
    deliveredTo: item.delivery_type === 'by_phone' ? 'phone' : 'email',
    beneficiary: item.beneficiary_account,
    code: pin === link || pin === activation ? undefined : pin,
    link,
    // The picture of an eSIM's code shows the same as the code that the element draws.
    barcode: activation ? undefined : (item.barcode_image_url ?? item.qr_image_url),
    activation,
    serial: item.pin_serial,
    securityCode: item.security_code,
    reference: item.operator_reference,
    instructions: item.redeem_instructions ?? item.how_to_redeem ?? item.pin_usage_instructions,
    failure: item.error_description ?? item.failure_reason,
  };
}

/** Whether a text is an eSIM's activation code (GSMA SGP.22, 4.1). */
function isActivation(text = ''): boolean {
  return /^LPA:1\$[^$]+\$/i.test(text);
}

function isHttps(text = ''): boolean {
  return /^https:\/\/./i.test(text);
}

/** A validation's response: a total, problems, or both. */
export const validationSchema = z.pipe(
  z.object({coin_amount: positiveAmount, problems: problemList}).check(
    z.refine(({coin_amount, problems}) => coin_amount !== undefined || problems.length > 0, {
      path: ['coin_amount'],
    }),
  ),
  z.transform(({coin_amount, problems}): Validation => ({coinAmount: coin_amount, problems})),
);
