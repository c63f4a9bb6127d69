import * as z from 'zod/mini';
import {ProxyError} from '../core/errors.js';
import {isDecimal, isGarbled} from '../core/field-rules.js';
import type {OrderBody} from '../core/middleware.js';

function text(maxLength: number) {
  const message = `must be a string of at most ${maxLength} characters, none of them control characters`;
  return z.string(message).check(z.refine(value => value.length <= maxLength && !isGarbled(value), message));
}

const flag = z.boolean('must be true or false');

const countryMessage = 'must be a two-letter country code';
const country = z.string(countryMessage).check(z.regex(/^[A-Za-z]{2}$/, countryMessage), z.toUpperCase());

/** The API takes an amount as a decimal string or as a number; each is passed on in the type in which it came. */
const amount = z.custom<string | number>(
  value => (typeof value === 'string' || typeof value === 'number') && isDecimal(String(value)),
  'must be a decimal amount',
);

const quantity = z.custom<number>(
  value => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10,
  'must be a whole number from 1 to 10',
);

/** Makes every field optional, takes null for absent, and drops unknown fields. */
function object<Shape extends Readonly<Record<string, z.ZodMiniType>>>(shape: Shape) {
  type Fields = {[Name in keyof Shape]: z.ZodMiniOptional<Shape[Name]>};
  const fields = Object.entries(shape).map(([name, schema]) => [
    name,
    z.pipe(nullAsAbsent, z.optional(schema)),
  ]);
  return z.object(Object.fromEntries(fields) as Fields, 'must be a JSON object');
}

const nullAsAbsent = z.transform((value: unknown): unknown => value ?? undefined);

/** Checks the length before the items, of which there could be thousands. */
function list<Item>(item: z.ZodMiniType<Item>, maxLength: number) {
  const message = `must be a list of 1 to ${maxLength}`;
  const length = [z.minLength(1, message), z.maxLength(maxLength, message)] as const;
  return z.pipe(z.array(z.unknown(), message).check(...length), z.array(item));
}

const item = {
  beneficiary_account: text(254),
  brand_name: text(200),
  country_code: country,
  denomination: text(200),
  localized_denomination: text(200),
  product_value: amount,
};

/** Both documented forms of a delivery: flat, and with the item under `deliverable`. */
const delivery = object({...item, kind: text(40), quantity, deliverable: object(item)});

const order = object({
  email: text(254),
  payment: object({type: text(40), payment_via: text(40), coin: text(40), network: text(80)}),
  deliveries: list(delivery, 10),
  user: object({email: text(254), full_name: text(200), name: text(200), has_accepted_newsletter: flag}),
  lang: text(35),
  promo_code: text(100),
  refund_wallet_address: text(200),
  acquisition: object({utm_source: text(200)}),
});

/**
 * Rebuilds the body of a validation or an order from its known fields, in a fixed order: two bodies with the same fields
 * serialize to the same text. Unknown fields and nulls are dropped; missing fields are left to the
 * API, except deliveries.
 *
 * @throws {ProxyError} 400 `invalid_body` with the path of the first field that is wrong, never with its value.
 */
export function parseOrder(json: unknown): OrderBody {
  const {error, data} = order.safeParse(json);
  if (error) throw invalid(error.issues[0]!.path, error.issues[0]!.message);
  const {deliveries} = data;
  if (!deliveries) throw invalid(['deliveries'], 'must be a list of 1 to 10');
  return {...data, deliveries};
}

function invalid(path: readonly PropertyKey[], message: string): ProxyError {
  const name = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return new ProxyError(400, 'invalid_body', `${name.slice(1) || 'The body'} ${message}`);
}
