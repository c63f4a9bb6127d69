import {decimal} from '../domain/money.js';
import type {Delivery, Order, Problem, Validation} from '../domain/types.js';
import {type Fields, fieldsOf, positiveOf, rowsOf, textOf, timeOf} from './wire.js';

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
    coinAmount: decimal(found.coin_amount),
    network: textOf(found.network),
    address: textOf(found.wallet_address),
    qrText: textOf(found.qr_text),
    received: decimal(found.received_amount) ?? decimal(found.sent_coin_amount),
    createdAt: timeOf(found.created_at) ?? timeOf(found.payment_requested_at),
    expiresAt: timeOf(found.payment_expires_at) ?? timeOf(found.expires_at) ?? timeOf(found.expiration_date),
    deliveries: (rowsOf(found.deliveries) ?? []).map(toDelivery),
  };
}

function toDelivery({delivery_state, deliverable}: Fields): Delivery {
  const item = fieldsOf(deliverable);
  const pin = textOf(item.pin_code);
  const isLink = pin?.startsWith('https:');
  return {
    state: textOf(delivery_state) ?? '',
    brandName: textOf(item.brand_name) ?? textOf(item.family) ?? '',
    label: textOf(item.localized_denomination) ?? textOf(item.denomination) ?? '',
    country: textOf(item.country_code) ?? '',
    deliveredTo: textOf(item.delivery_type) === 'by_phone' ? 'phone' : 'email',
    beneficiary: textOf(item.beneficiary_account),
    code: isLink ? undefined : pin,
    link: isLink ? pin : undefined,
    serial: textOf(item.pin_serial),
    securityCode: textOf(item.security_code),
    reference: textOf(item.operator_reference),
    instructions: textOf(item.redeem_instructions) ?? textOf(item.how_to_redeem),
    failure: textOf(item.error_description) ?? textOf(item.failure_reason),
  };
}

/** `null`, `[]` and absent all mean none. An item that cannot be read is a problem too: nothing is sold past it. */
export function readProblems(json: unknown): Problem[] {
  const {problems} = fieldsOf(json);
  return Array.isArray(problems)
    ? problems.map(item => ({code: textOf(fieldsOf(item).problem) ?? 'UNKNOWN'}))
    : [];
}

/** Validation's answer. No problems and no positive total is not an answer. */
export function readValidation(json: unknown): Validation | undefined {
  const coinAmount = positiveOf(fieldsOf(json).coin_amount);
  const problems = readProblems(json);
  return coinAmount || problems.length > 0 ? {coinAmount, problems} : undefined;
}
