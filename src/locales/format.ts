/** A no-break space: an amount and its unit stay on one line. */
const SPACE = '\u00a0';

/** A coin amount exactly as it must arrive: never rounded, never grouped. */
export function coinAmount(amount: string, coin: string): string {
  return `${amount}${SPACE}${coin}`;
}

/** Decimals, as many as all browsers take: an amount that somebody pays is not rounded. */
const EXACT = 20;

/** A face value in its currency, in the writing of a language. Units that are no currency (`Robux`) follow the number. */
export function fiatAmount(amount: string, currency: string, language: string): string {
  return money(amount, currency, {language, places: EXACT});
}

/** The same rounded to what the currency has, for rates. */
export function fiatRate(amount: string, currency: string, language: string): string {
  return money(amount, currency, {language});
}

function money(
  amount: string,
  currency: string,
  {language, places}: {language: string; places?: number},
): string {
  try {
    const format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
      maximumFractionDigits: places,
    });
    // Arabic puts a mark before the number that would turn `US$` around.
    return format.format(amount as Intl.StringNumericLiteral).replace(/\u200f/g, '');
  } catch {
    return `${amount}${SPACE}${currency}`;
  }
}

/** A country's name in a language; the code itself where the platform knows none. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], {type: 'region'}).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Minutes and seconds, as a clock shows them. */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Characters of an address in groups of four, for reading only. */
export function groupedAddress(address: string): readonly string[] {
  return address.match(/.{1,4}/g) ?? [];
}
