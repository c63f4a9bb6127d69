import {isRecord, textOf} from '../support/json-values.js';

/** The body of a validation or an order. Ids of validated lines follow from its JSON, so its fields keep their order. */
export interface OrderRequest {
  readonly lines: readonly OrderRequestLine[];
  readonly email?: string | undefined;
  readonly fullName?: string | undefined;
  readonly via?: string | undefined;
  readonly coin?: string | undefined;
  readonly network?: string | undefined;
  readonly refundAddress?: string | undefined;
}

export interface OrderRequestLine {
  readonly brandName: string;
  readonly country: string;
  readonly denomination: string;
  /** Decimal string; a number on the wire is accepted. */
  readonly productValue?: string | undefined;
  /** E-mail or phone number that receives the product. */
  readonly beneficiary?: string | undefined;
}

/** Parses a request body, with `deliveries[]` in either documented shape; returns a sentence when it is invalid. */
export function readOrderRequest(body: unknown): OrderRequest | string {
  if (!isRecord(body)) return 'The body must be a JSON object.';
  const {deliveries} = body;
  if (!Array.isArray(deliveries) || deliveries.length === 0)
    return 'deliveries must be a list of at least one item.';
  const lines: OrderRequestLine[] = [];
  for (const delivery of deliveries) {
    const read = readDelivery(delivery);
    if (typeof read === 'string') return read;
    lines.push(...read);
  }
  const user = isRecord(body.user) ? body.user : {};
  const payment = isRecord(body.payment) ? body.payment : {};
  if (!textOf(payment.coin)) return 'payment.coin is missing.';
  return {
    lines,
    email: textOf(user.email) ?? textOf(body.email),
    // An assumption: the API names the problem (FULLNAME_MISSING) but not the field.
    fullName: textOf(user.full_name) ?? textOf(user.name),
    via: textOf(payment.payment_via),
    coin: textOf(payment.coin),
    network: textOf(payment.network),
    refundAddress: textOf(body.refund_wallet_address),
  };
}

/** Parses a flat delivery, or a nested one, `{kind, quantity, deliverable: {…}}`, into `quantity` lines. */
function readDelivery(delivery: unknown): OrderRequestLine[] | string {
  if (!isRecord(delivery)) return 'Each of deliveries must be an object.';
  const nested = isRecord(delivery.deliverable) ? delivery.deliverable : undefined;
  const fields = {...delivery, ...nested};
  const quantity = nested && delivery.quantity !== undefined ? Number(delivery.quantity) : 1;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 100)
    return 'quantity must be a whole number from 1.';
  const [brandName, country, denomination] = [
    fields.brand_name,
    fields.country_code,
    fields.denomination,
  ].map(textOf);
  if (!brandName || !country || !denomination) {
    return 'Each of deliveries needs brand_name, country_code and denomination.';
  }
  const line = {
    brandName,
    country: country.toUpperCase(),
    denomination,
    productValue: textOf(fields.product_value),
    beneficiary: textOf(fields.beneficiary_account),
  };
  return Array.from({length: quantity}, () => line);
}
