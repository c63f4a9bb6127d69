import type {Checkout} from '../domain/checkout.js';
import type {Order, Quote} from '../domain/types.js';
import {faceLabel} from '../locales/face-label.js';
import {coinAmount, fiatAmount, listText} from '../locales/format.js';

/** Describes the choice made so far in one line; '' before there is one. */
export function choiceText(checkout: Checkout, language: string): string {
  switch (checkout.step) {
    case 'brand':
    case 'quote':
    case 'done':
      return '';
    case 'details': {
      const {quote, review} = checkout;
      return `${quoteText(quote, language)} · ${coinAmount(review?.total ?? quote.coinAmount, quote.coin)}`;
    }
    case 'payment': {
      const names = checkout.order && orderText(checkout.order, language);
      return names || (checkout.quote ? quoteText(checkout.quote, language) : '');
    }
  }
}

/** Names the products of an order; '' if it names none. */
export function orderText({deliveries}: Order, language: string): string {
  const lines = deliveries.map(({brandName, label}) => [brandName, label].filter(Boolean).join(' '));
  return listText(lines.filter(Boolean), language);
}

function quoteText(quote: Quote, language: string): string {
  return [quote.brand.name, valueText(quote, language)].filter(Boolean).join(' ');
}

/** Describes the value of a quote's product, with its quantity above 1: `$50`, `3 × $50`. */
export function valueText({product, faceValue, currency, quantity = 1}: Quote, language: string): string {
  const money = faceValue && currency ? fiatAmount(faceValue, currency, language) : '';
  const one = product.shape === 'fixed' ? faceLabel(product, language) : money;
  return quantity > 1 ? `${quantity} × ${one}` : one;
}
