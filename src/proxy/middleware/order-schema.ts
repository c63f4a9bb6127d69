import {ProxyError} from '../core/errors.js';
import {isDecimal, isGarbled} from '../core/field-rules.js';

/** Takes one value of a body, or throws what it must be. */
type Reader = (value: unknown, path: string) => unknown;
type Fields = Readonly<Record<string, Reader>>;

function wrong(path: string, message: string): never {
  throw new ProxyError(400, 'invalid_body', `${path || 'The body'} ${message}`);
}

function text(longest: number): Reader {
  return (value, path) =>
    typeof value === 'string' && value.length <= longest && !isGarbled(value)
      ? value
      : wrong(path, `must be a string of at most ${longest} characters, none of them control characters`);
}

const flag: Reader = (value, path) =>
  typeof value === 'boolean' ? value : wrong(path, 'must be true or false');

const country: Reader = (value, path) =>
  typeof value === 'string' && /^[A-Za-z]{2}$/.test(value)
    ? value.toUpperCase()
    : wrong(path, 'must be a two-letter country code');

/**
 * The API takes both a decimal string and a number; each goes on as it came, so a number must be one that JSON gives
 * back as it was: of more than 15 digits it may already be another.
 */
const amount: Reader = (value, path) =>
  isDecimal(String(value)) &&
  (typeof value === 'string' || (typeof value === 'number' && String(value).length <= 16))
    ? value
    : wrong(path, 'must be a decimal amount');

const quantity: Reader = (value, path) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10
    ? value
    : wrong(path, 'must be a whole number from 1 to 10');

function object(fields: Fields): Reader {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      wrong(path, 'must be a JSON object');
    const given = new Map<string, unknown>(Object.entries(value));
    const rebuilt: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(fields)) {
      const field = given.get(name);
      if (field !== undefined && field !== null) rebuilt[name] = read(field, path ? `${path}.${name}` : name);
    }
    return rebuilt;
  };
}

function list(read: Reader, longest: number): Reader {
  return (value, path) =>
    Array.isArray(value) && value.length >= 1 && value.length <= longest
      ? value.map((item, index) => read(item, `${path}[${index}]`))
      : wrong(path, `must be a list of 1 to ${longest}`);
}

const item: Fields = {
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

export interface OrderBody {
  readonly deliveries: readonly {
    readonly country_code?: string;
    readonly deliverable?: {readonly country_code?: string};
  }[];
}

/**
 * The body of a validation or an order, rebuilt from the fields that are known, in a fixed order: two bodies that say
 * the same come out the same. Unknown fields and nulls are dropped; a known field of a wrong type throws 400. What is
 * missing is the API's to say.
 */
export function rebuildOrder(value: unknown): OrderBody {
  const rebuilt = order(value, '') as Partial<OrderBody>;
  return rebuilt.deliveries
    ? {...rebuilt, deliveries: rebuilt.deliveries}
    : wrong('deliveries', 'must be a list of 1 to 10');
}

/** The country of the first delivery, in either form. */
export function countryOfOrder({deliveries}: OrderBody): string | undefined {
  return deliveries[0]?.country_code ?? deliveries[0]?.deliverable?.country_code;
}
