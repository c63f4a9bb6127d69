import type {Checkout} from '../domain/checkout.js';
import type {Order, Quote} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {coinAmount, fiatAmount} from '../locales/format.js';

/** The heading of the place where the buyer is; of a payment its step knows more, and says so in `headline`. */
export function headingOf(checkout: Checkout, messages: Messages, headline: string): string {
  switch (checkout.step) {
    case 'brand':
      return messages.brand.heading;
    case 'quote':
      return messages.quote.heading(checkout.brand.name);
    case 'details':
      return checkout.review ? messages.details.reviewHeading : messages.details.heading;
    case 'payment':
      return headline || messages.payment.opening;
    case 'done':
      return messages.done.heading;
  }
}

/** The choice made so far in one line; '' where there is none yet. */
export function choiceOf(checkout: Checkout, language: string): string {
  switch (checkout.step) {
    case 'brand':
    case 'quote':
    case 'done':
      return '';
    case 'details': {
      const {quote, review} = checkout;
      return `${quotedChoice(quote, language)} · ${coinAmount(review?.total ?? quote.coinAmount, quote.coin)}`;
    }
    case 'payment': {
      const names = checkout.order && namesOf(checkout.order);
      return names || (checkout.quote ? quotedChoice(checkout.quote, language) : '');
    }
  }
}

/** What an order is about; '' where it does not say. */
export function namesOf({deliveries}: Order): string {
  const lines = deliveries.map(({brandName, label}) => [brandName, label].filter(Boolean).join(' '));
  return lines.filter(Boolean).join(', ');
}

function quotedChoice(quote: Quote, language: string): string {
  return [quote.brand.name, quotedValue(quote, language)].filter(Boolean).join(' ');
}

/** How much of it: `$50`, or `3 × $50`. */
export function quotedValue({product, faceValue, currency, quantity = 1}: Quote, language: string): string {
  const money = faceValue && currency ? fiatAmount(faceValue, currency, language) : '';
  const one = product.shape === 'fixed' ? product.label : money;
  return quantity > 1 ? `${quantity} × ${one}` : one;
}
