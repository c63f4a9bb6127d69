import {base64} from './digest.js';

const encoder = new TextEncoder();
const signatureBytes = 16;

export interface OrderHandles {
  /** What the browser gets for an order id. */
  readonly sign: (orderId: string) => Promise<string>;
  /** The order id behind a handle, or undefined when this proxy did not make it. */
  readonly open: (handle: string) => Promise<string | undefined>;
}

/**
 * Order ids as the browser sees them: `<id>.<signature>`, the signature being the first 128 bits of HMAC-SHA-256 over the
 * id, base64url. So a proxy serves only the orders that were made through it. The first secret signs, all verify.
 * Without secrets the ids are the API's own.
 */
export function createOrderHandles(secrets: readonly string[] | undefined): OrderHandles {
  if (!secrets) {
    return {
      sign: async orderId => orderId,
      open: async handle => (handle.includes('.') ? undefined : handle),
    };
  }
  // Made on first use: some platforms allow no cryptography while a module loads.
  let imported: Promise<CryptoKey[]> | undefined;
  const keys = () => (imported ??= Promise.all(secrets.map(importKey)));
  return {
    async sign(orderId) {
      const [first] = await keys();
      return `${orderId}.${await signatureOf(orderId, first!)}`;
    },
    async open(handle) {
      const [orderId = '', signature = ''] = handle.split('.');
      let isOurs = false;
      for (const key of await keys()) {
        if (isSame(signature, await signatureOf(orderId, key))) isOurs = true;
      }
      return isOurs ? orderId : undefined;
    },
  };
}

/** The JSON of an order with its `order_id` as a handle; anything else unchanged. */
export async function withOrderHandle(json: unknown, sign: OrderHandles['sign']): Promise<unknown> {
  return isOrder(json) ? {...json, order_id: await sign(String(json.order_id))} : json;
}

export function isOrder(json: unknown): json is {readonly order_id: string | number} {
  if (typeof json !== 'object' || json === null || !('order_id' in json)) return false;
  return typeof json.order_id === 'string' || typeof json.order_id === 'number';
}

function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', encoder.encode(secret), {name: 'HMAC', hash: 'SHA-256'}, false, [
    'sign',
  ]);
}

async function signatureOf(orderId: string, key: CryptoKey): Promise<string> {
  const full = await crypto.subtle.sign('HMAC', key, encoder.encode(`order:${orderId}`));
  return base64(full, signatureBytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Takes the same time wherever the two differ. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < b.length; index++)
    difference |= a.charCodeAt(index % a.length) ^ b.charCodeAt(index);
  return difference === 0;
}
