import {expect} from '@open-wc/testing';

import type {OpenCheckout} from './checkout.js';

/** An object as the API sends it. */
export type Wire = Readonly<Record<string, unknown>>;

export const SOLANA = 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN';

/** Returns an order for 50.84 USDC that waits for its payment, changed as the API may answer it. */
export function wireOrder(change: Wire = {}): Wire {
  return {
    order_id: 'order-1',
    order_state: 'WaitingForPayment',
    payment_state: 'PaymentRequested',
    created_at: Math.floor(Date.now() / 1000),
    coin: 'USDC',
    network: 'Solana',
    coin_amount: '50.84',
    sent_coin_amount: '0',
    wallet_address: SOLANA,
    deliveries: [wireDelivery()],
    ...change,
  };
}

/** Returns a delivery of such an order. */
export function wireDelivery(deliverable: Wire = {}): Wire {
  return {
    delivery_state: 'WaitingForPayment',
    deliverable: {brand_name: 'Voltaic', denomination: '50 USD', ...deliverable},
  };
}

export function expectNothingPayable(checkout: OpenCheckout) {
  for (const part of ['qr', 'address', 'open-wallet', 'coin-amount', 'acknowledge'])
    expect(checkout.parts(part), part).to.have.length(0);
}
