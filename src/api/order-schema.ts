import {decimal} from '../domain/money.js';
import type {Delivery, Order, Validation} from '../domain/types.js';
import {readProblems} from './problems-schema.js';
import {type Fields, fieldsOf, positiveOf, rowsOf, textOf, timeOf, webAddressOf} from './wire.js';

/** An order as `GET /v5/orders/{id}` and the stream's messages carry it. */
export function readOrder(json: unknown): Order | undefined {
  const found = fieldsOf(json);
  const id = textOf(found.order_id);
  const state = textOf(found.order_state);
  if (!id || !state) return undefined;
  return {
    id,
    state,
    paymentState: textOf(found.payment_state),
    coin: textOf(found.coin),
    coinAmount: positiveOf(found.coin_amount),
    network: textOf(found.network),
    address: textOf(found.wallet_address),
    qrText: textOf(found.qr_text),
    memo: textOf(found.memo),
    received: decimal(found.received_amount) ?? decimal(found.sent_coin_amount),
    createdAt: timeOf(found.created_at) ?? timeOf(found.payment_requested_at),
    updatedAt: timeOf(found.updated_at),
    expiresAt: timeOf(found.payment_expires_at) ?? timeOf(found.expires_at) ?? timeOf(found.expiration_date),
    deliveries: (rowsOf(found.deliveries) ?? []).map(toDelivery),
  };
}

function toDelivery({delivery_state, deliverable}: Fields): Delivery {
  const item = fieldsOf(deliverable);
  const first = (...names: readonly string[]) => names.map(name => textOf(item[name])).find(Boolean);
  const pin = first('pin_code', 'voucher_code', 'code', 'pin');
  const isActivation = (text?: string) => /^LPA:1\$[^$]+\$/i.test(text ?? '');
  const activation = [pin, first('activation_code', 'lpa', 'qr_text', 'qr_code')].find(isActivation);
  const link = [pin, first('redemption_url')].find(isHttps);
  return {
    state: textOf(delivery_state) ?? '',
    brandName: first('brand_name', 'family') ?? '',
    label: first('localized_denomination', 'denomination') ?? '',
    country: first('country_code') ?? '',
    deliveredTo: item.delivery_type === 'by_phone' ? 'phone' : 'email',
    beneficiary: first('beneficiary_account'),
    code: pin === link || pin === activation ? undefined : pin,
    link,
    // The picture of an eSIM's code says what we draw ourselves.
    barcode: activation ? undefined : webAddressOf(first('barcode_image_url', 'qr_image_url')),
    activation,
    serial: first('pin_serial'),
    securityCode: first('security_code'),
    reference: first('operator_reference'),
    instructions: first('redeem_instructions', 'how_to_redeem', 'pin_usage_instructions'),
    failure: first('error_description', 'failure_reason'),
  };
}

function isHttps(text: string | undefined): boolean {
  return /^https:\/\/./i.test(text ?? '');
}

/** Validation's answer. No problems and no positive total is not an answer. */
export function readValidation(json: unknown): Validation | undefined {
  const coinAmount = positiveOf(fieldsOf(json).coin_amount);
  const problems = readProblems(json);
  return coinAmount || problems.length > 0 ? {coinAmount, problems} : undefined;
}
