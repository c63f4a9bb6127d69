import {base64} from './digest.js';

const encoder = new TextEncoder();
const signatureBytes = 16;

/** Characters; a longer key is not compared. */
const maxKeyLength = 100;

export interface OrderIdSigner {
  /** Whether ids are signed; otherwise they are the API's own, and orders have no key. */
  readonly isSigning: boolean;
  /** Returns the id that the browser gets for an order id of the API. */
  readonly sign: (orderId: string) => Promise<string>;
  /** Returns the API's order id of a signed id; `undefined` if this proxy did not sign it. */
  readonly verify: (signedId: string) => Promise<string | undefined>;
  /** Returns the key that opens what was delivered with an order; `undefined` where ids are not signed. */
  readonly keyOf: (orderId: string) => Promise<string | undefined>;
  /** Returns whether a key is that of an order, by any of the secrets; true where ids are not signed. */
  readonly isKeyOf: (orderId: string, key: string | null) => Promise<boolean>;
}

/**
 * Creates the signer of order ids. A signed id is `<id>.<signature>`, with the first 128 bits of HMAC-SHA-256 over the id
 * in base64url, so that a proxy serves only orders that were created through it. An order's key is made in the same way
 * under another label, so that neither needs a store and neither follows from the other. The first secret signs, all
 * verify. Without secrets, ids stay the API's own.
 */
export function createOrderIdSigner(secrets: readonly string[] | undefined): OrderIdSigner {
  if (!secrets) {
    return {
      isSigning: false,
      sign: async orderId => orderId,
      verify: async signedId => (signedId.includes('.') ? undefined : signedId),
      keyOf: async () => undefined,
      isKeyOf: async () => true,
    };
  }
  // Imported on first use: some platforms allow no cryptography while a module loads.
  let imported: Promise<CryptoKey[]> | undefined;
  const keys = () => (imported ??= Promise.all(secrets.map(importKey)));

  async function isSigned(text: string, signature: string): Promise<boolean> {
    let isOurs = false;
    for (const key of await keys()) {
      if (isEqual(signature, await signatureOf(text, key))) isOurs = true;
    }
    return isOurs;
  }

  async function first(text: string): Promise<string> {
    return signatureOf(text, (await keys())[0]!);
  }

  return {
    isSigning: true,
    async sign(orderId) {
      return `${orderId}.${await first(`order:${orderId}`)}`;
    },
    async verify(signedId) {
      const [orderId = '', signature = ''] = signedId.split('.');
      return (await isSigned(`order:${orderId}`, signature)) ? orderId : undefined;
    },
    keyOf: orderId => first(`order-key:${orderId}`),
    async isKeyOf(orderId, key) {
      if (!key || key.length > maxKeyLength) return false;
      return isSigned(`order-key:${orderId}`, key);
    },
  };
}

function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', encoder.encode(secret), {name: 'HMAC', hash: 'SHA-256'}, false, [
    'sign',
  ]);
}

async function signatureOf(text: string, key: CryptoKey): Promise<string> {
  const full = await crypto.subtle.sign('HMAC', key, encoder.encode(text));
  return base64(full, signatureBytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Compares in constant time, wherever the two differ. */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < b.length; index++)
    difference |= a.charCodeAt(index % a.length) ^ b.charCodeAt(index);
  return difference === 0;
}
