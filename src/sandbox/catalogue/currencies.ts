import {type Decimal, decimal, multiply} from '../support/decimal.js';

/** US dollars for one unit. Invented and fixed, so that every quote repeats. */
const dollars: Readonly<Record<string, string>> = {
  USD: '1',
  EUR: '1.14',
  GBP: '1.31',
  AUD: '0.66',
  CAD: '0.72',
  BRL: '0.18',
  NGN: '0.00068',
  VND: '0.000039',
  IQD: '0.00076',
  SSP: '0.00022',
};

const signs: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  AUD: 'A$',
  CAD: 'CA$',
  BRL: 'R$',
};

/** Converts an amount to US dollars. */
export function inDollars(amount: string, currency: string): Decimal {
  return multiply(decimal(amount), decimal(dollars[currency] ?? '1'));
}

/** Formats money as the API does for people: `$1,000`, `$11.99`, `A$2`, `NGN43,442.80`. */
export function moneyLabel(amount: string, currency: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${signs[currency] ?? currency}${grouped}${fraction && Number(fraction) > 0 ? `.${fraction.padEnd(2, '0')}` : ''}`;
}
