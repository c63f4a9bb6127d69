/** No-break space: an amount and its unit stay on one line. */
const SPACE = '\u00a0';

/** Formats a coin amount exactly as it must arrive: never rounded, never grouped. */
export function coinAmount(amount: string, coin: string): string {
  return `${amount}${SPACE}${coin}`;
}

/** Decimals of an amount that is paid, which is not rounded: as many as all browsers support. */
const EXACT = 20;

/** Signs that several currencies share: such a currency is written with its country or code (`MX$`, `MXN`). */
const SHARED_SIGNS: ReadonlySet<string> = new Set(['$', '£', '¥', 'kr', 'Rs']);

/**
 * Formats a face value in its currency as a language writes it. The currency is never in doubt: a dollar is `$` only where
 * the language takes that sign for this one. Units that are no currency (`Robux`) follow the number.
 */
export function fiatAmount(amount: string, currency: string, language: string): string {
  return money(amount, currency, language, EXACT);
}

/** Formats a rate like a face value, rounded to the decimals of the currency. */
export function fiatRate(amount: string, currency: string, language: string): string {
  return money(amount, currency, language);
}

function money(amount: string, currency: string, language: string, places?: number): string {
  const write = (currencyDisplay: 'narrowSymbol' | 'symbol') =>
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay,
      numberingSystem: 'latn',
      trailingZeroDisplay: 'stripIfInteger',
      maximumFractionDigits: places,
    }).formatToParts(amount as Intl.StringNumericLiteral);
  try {
    const narrow = write('narrowSymbol');
    const sign = narrow.find(({type}) => type === 'currency')?.value ?? '';
    const parts = SHARED_SIGNS.has(sign) ? write('symbol') : narrow;
    // Arabic puts a mark before the number that would turn `US$` around; the mark of left to right behind keeps its sign there.
    const text = parts.map(({value}) => value).join('');
    return text.replace(/\u200f(.*)/, '$1\u200e');
  } catch {
    return `${amount}${SPACE}${currency}`;
  }
}

/** Returns a country's name in a language; the code itself if the platform has none. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], {type: 'region'}).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Joins names as a language does: `Voltaic, Skyline and Aria`. */
export function listText(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language).format(names);
}

/** Formats a time with its zone, in that of the device. `at` is milliseconds since 1970. */
export function dateTime(at: number, language: string): string {
  const format = {dateStyle: 'medium', timeStyle: 'long', numberingSystem: 'latn'} as const;
  return new Intl.DateTimeFormat(language, format).format(at);
}

/** Formats milliseconds as minutes and seconds: `29:59`. */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Splits an address into groups of four characters, for reading only. */
export function groupedAddress(address: string): readonly string[] {
  return address.match(/.{1,4}/g) ?? [];
}
