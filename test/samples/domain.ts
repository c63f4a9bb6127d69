import type {Brand, Coin, FixedProduct, Order, Quote, RangeProduct} from '../../src/domain/types.js';

/** A brand that nothing is odd about, with what a test wants different. */
export function aBrand(change: Partial<Brand> = {}): Brand {
  return {
    id: 'brand-1',
    name: 'Tin Whistle',
    family: 'Tin Whistle',
    country: 'US',
    kind: 'giftcard',
    categories: ['games'],
    outOfStock: false,
    popular: false,
    ...change,
  };
}

export function aFixedProduct(change: Partial<FixedProduct> = {}): FixedProduct {
  return {
    id: 'fixed-10',
    shape: 'fixed',
    brandName: 'Tin Whistle',
    country: 'US',
    deliveredTo: 'email',
    denomination: '10 USD',
    label: '$10',
    faceValue: '10',
    currency: 'USD',
    coin: 'USDC',
    coinAmount: '10.37',
    ...change,
  };
}

export function aRangeProduct(change: Partial<RangeProduct> = {}): RangeProduct {
  return {
    id: 'range-1',
    shape: 'range',
    brandName: 'Tin Whistle',
    country: 'US',
    deliveredTo: 'email',
    min: '5',
    max: '500',
    step: '1',
    currency: 'USD',
    ...change,
  };
}

export function aCoin(name: string, ...networks: string[]): Coin {
  return {name, networks: networks.map(network => ({name: network, label: network}))};
}

export function aQuote(change: Partial<Quote> = {}): Quote {
  return {
    brand: aBrand(),
    product: aFixedProduct(),
    faceValue: '10',
    currency: 'USD',
    coin: 'USDC',
    network: {name: 'Solana', label: 'Solana'},
    coinAmount: '10.37',
    ...change,
  };
}

export function anOrder(change: Partial<Order> = {}): Order {
  return {id: 'order-1', state: 'WaitingForPayment', deliveries: [], ...change};
}
