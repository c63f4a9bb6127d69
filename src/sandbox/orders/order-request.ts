/** What a validation or an order asks for, read from either documented shape of `deliveries[]`. */
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
  readonly beneficiary?: string | undefined;
}

/** Reads a request body; a text says what is wrong with it. */
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
  if (!text(payment.coin)) return 'payment.coin is missing.';
  return {
    lines,
    email: text(user.email) ?? text(body.email),
    // Where the name goes is our assumption: the API names the problem (FULLNAME_MISSING) but not the field.
    fullName: text(user.full_name) ?? text(user.name),
    via: text(payment.payment_via),
    coin: text(payment.coin),
    network: text(payment.network),
    refundAddress: text(body.refund_wallet_address),
  };
}

/** Flat, or nested as `{kind, quantity, deliverable: {…}}`, where a quantity stands for so many lines. */
function readDelivery(delivery: unknown): OrderRequestLine[] | string {
  if (!isRecord(delivery)) return 'Each of deliveries must be an object.';
  const nested = isRecord(delivery.deliverable);
  const fields = isRecord(delivery.deliverable) ? {...delivery, ...delivery.deliverable} : delivery;
  const quantity = nested && delivery.quantity !== undefined ? Number(delivery.quantity) : 1;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 100)
    return 'quantity must be a whole number from 1.';
  const [brandName, country, denomination] = [
    fields.brand_name,
    fields.country_code,
    fields.denomination,
  ].map(text);
  if (!brandName || !country || !denomination) {
    return 'Each of deliveries needs brand_name, country_code and denomination.';
  }
  const line = {
    brandName,
    country: country.toUpperCase(),
    denomination,
    productValue: text(fields.product_value),
    beneficiary: text(fields.beneficiary_account),
  };
  return Array.from({length: quantity}, () => line);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
