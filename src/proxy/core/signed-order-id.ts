import {base64} from './digest.js';

const encoder = new TextEncoder();
const signatureBytes = 16;

export interface OrderIdSigner {
  /** Returns the id that the browser gets for an order id of the API. */
  readonly sign: (orderId: string) => Promise<string>;
  /** Returns the API's order id of a signed id; `undefined` if this proxy did not sign it. */
  readonly verify: (signedId: string) => Promise<string | undefined>;
}

/**
 * Creates the signer of order ids. A signed id is `<id>.<signature>`, with the first 128 bits of HMAC-SHA-256 over the id
 * in base64url, so that a proxy serves only orders that were created through it. The first secret signs, all verify.
 * Without secrets, ids stay the API's own.
 */
export function createOrderIdSigner(secrets: readonly string[] | undefined): OrderIdSigner {
  if (!secrets) {
    return {
      sign: async orderId => orderId,
      verify: async signedId => (signedId.includes('.') ? undefined : signedId),
    };
  }
  // Imported on first use: some platforms allow no cryptography while a module loads.
  let imported: Promise<CryptoKey[]> | undefined;
  const keys = () => (imported ??= Promise.all(secrets.map(importKey)));
  return {
    async sign(orderId) {
      const [first] = await keys();
      return `${orderId}.${await signatureOf(orderId, first!)}`;
    },
    async verify(signedId) {
      const [orderId = '', signature = ''] = signedId.split('.');
      let isOurs = false;
      for (const key of await keys()) {
        if (isEqual(signature, await signatureOf(orderId, key))) isOurs = true;
      }
      return isOurs ? orderId : undefined;
    },
  };
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

/** Compares in constant time, wherever the two differ. */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < b.length; index++)
    difference |= a.charCodeAt(index % a.length) ^ b.charCodeAt(index);
  return difference === 0;
}
