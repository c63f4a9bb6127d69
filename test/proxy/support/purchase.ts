import assert from 'node:assert/strict';

export interface PurchaseOptions {
  /** Address of the buyer, for a proxy with `trustedHops`. */
  readonly address?: string;
  readonly key?: string;
}

interface OrderJson {
  readonly order_id: string;
  readonly order_key?: string;
  readonly order_state: string;
}

/**
 * Buys a card by the requests that the element makes, below `base`, from the listing to the first read of the order. Throws
 * at the first response that is not 200 or 201; returns the order.
 */
export async function purchase(base: string, {address, key = crypto.randomUUID()}: PurchaseOptions = {}) {
  const headers = {'content-type': 'application/json', ...(address ? {'x-forwarded-for': address} : {})};
  async function call<Json>(path: string, init: RequestInit = {}): Promise<Json> {
    const response = await fetch(base + path, {...init, headers: {...headers, ...init.headers}});
    assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`);
    return response.json() as Promise<Json>;
  }
  await call('/v3/payment_vias');
  await call('/v2/brands?country_code=US');
  await call('/v5/products/country/US?brand_name=Northbeam&coin=USDC&lang=en');
  await call('/v4/products/price?brand_name=Northbeam&country_code=US&face_value=25&coin=USDC');
  const order = {
    email: 'paid@sandbox.test',
    user: {email: 'paid@sandbox.test'},
    payment: {type: 'via', payment_via: 'USER_WALLET', coin: 'USDC', network: 'Solana'},
    deliveries: [
      {
        beneficiary_account: 'paid@sandbox.test',
        brand_name: 'Northbeam',
        country_code: 'US',
        denomination: 'range',
        product_value: '25',
      },
    ],
    lang: 'en',
  };
  const body = JSON.stringify(order);
  await call('/v5/orders/validations', {method: 'POST', body});
  const made = await call<OrderJson>('/v5/orders', {method: 'POST', body, headers: {'idempotency-key': key}});
  assert.ok(made.order_id);
  const orderKey = made.order_key ? {'x-cr-order-key': made.order_key} : {};
  const read = await call<OrderJson>(`/v5/orders/${made.order_id}`, {headers: orderKey});
  assert.equal(read.order_id, made.order_id);
  return made;
}
