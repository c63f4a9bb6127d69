import type {FixedProduct} from '../domain/types.js';
import {fiatAmount} from './format.js';

/** Letters and signs of a currency beside its number: `$`, `A$`, `R$`, `€`. A unit without one is a currency only by its code. */
const SIGNED = /^\p{L}{0,3}\p{Sc}$/u;

/**
 * Returns the label of a fixed product. One that says no more than its face value is written as the language writes money;
 * any other, such as `10 EUR - PIN` or `5 GB`, is what the API calls it.
 */
export function faceLabel({label, faceValue, currency}: FixedProduct, language: string): string {
  return faceValue && currency && saysOnly(label, faceValue, currency)
    ? fiatAmount(faceValue, currency, language)
    : label;
}

function saysOnly(label: string, faceValue: string, currency: string): boolean {
  const [, before = '', number = '', after = ''] =
    /^([^\d]*)(\d[\d.,'’\s]*?)\s*([^\d]*)$/u.exec(label.trim()) ?? [];
  const unit = (before + after).trim();
  return (
    (unit === currency || SIGNED.test(unit)) &&
    digitsOf(faceValue).some(digits => digitsOf(number).includes(digits))
  );
}

/** Returns the digits of an amount without decimals that are zeros. Three zeros can be thousandths or thousands: both are returned. */
function digitsOf(amount: string): readonly string[] {
  const whole = amount.replace(/[.,]0{1,2}$/, '');
  return [whole, whole.replace(/[.,]000$/, '')].map(text => text.replace(/\D/g, ''));
}
