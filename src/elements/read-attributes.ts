import {decimal} from '../domain/money.js';
import {isEmail} from '../domain/recipient.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {ProductKind} from '../domain/types.js';

/** The page's attributes as it wrote them. */
export interface RawSettings {
  readonly proxyUrl: string;
  readonly subscribeUrl: string;
  readonly country: string;
  readonly brand: string;
  readonly amount: string;
  readonly coin: string;
  readonly network: string;
  readonly kinds: string;
  readonly email: string;
  readonly orderId: string;
  readonly refundAddress: string;
  readonly utmSource: string;
  readonly theme: string;
  readonly supportUrl: string;
  readonly termsUrl: string;
}

/** The same, checked. What was not valid is as if it had not been set. */
export interface Settings extends Omit<RawSettings, 'kinds'> {
  readonly kinds: readonly ProductKind[];
  /** Attributes that were ignored because their value is not valid. */
  readonly invalid: readonly (keyof RawSettings)[];
}

const SUPPORT_URL = 'mailto:support@cryptorefills.com';
const TERMS_URL = 'https://www.cryptorefills.com/en/terms-of-service';
const WEB = ['http:', 'https:'];
const THEMES: ReadonlySet<string> = new Set(['auto', 'light', 'dark']);
const KINDS: ReadonlySet<string> = new Set(['giftcard', 'topup', 'esim']);

/** Everything the element needs of the page that it stands in. */
export interface PageFacts {
  readonly baseUrl: string;
  readonly hostName: string;
  readonly language: string;
}

/**
 * Reads the attributes. Never throws: a bad value is named in `invalid` and its default taken. Frameworks set
 * properties to numbers, `null` and `undefined` too.
 */
export function readAttributes(
  given: {readonly [Key in keyof RawSettings]: unknown},
  page: PageFacts,
): Settings {
  const invalid: (keyof RawSettings)[] = [];
  const raw = (name: keyof RawSettings) => String(given[name] ?? '').trim();
  const checked = (name: keyof RawSettings, isValid: (value: string) => boolean, otherwise = '') => {
    const value = raw(name);
    if (value === '' || isValid(value)) return value || otherwise;
    invalid.push(name);
    return otherwise;
  };
  const url = (value: string) =>
    URL.canParse(value, page.baseUrl) ? new URL(value, page.baseUrl) : undefined;
  const isAt = (protocols: readonly string[]) => (value: string) =>
    protocols.includes(url(value)?.protocol ?? '');
  const address = (name: keyof RawSettings, protocols: readonly string[], otherwise = '') => {
    const valid = checked(name, isAt(protocols), otherwise);
    return valid && (url(valid)?.href ?? valid);
  };
  const kinds = raw('kinds').split(/\s+/).filter(Boolean);
  const known = kinds.filter((kind): kind is ProductKind => KINDS.has(kind));
  if (known.length < kinds.length) invalid.push('kinds');
  const isShort = (value: string) => value.length <= 200;
  return {
    proxyUrl: address('proxyUrl', WEB),
    subscribeUrl: checked(
      'subscribeUrl',
      value => value.includes('{orderId}') && isAt(WEB)(value.replace('{orderId}', 'x')),
    ),
    country: (
      checked('country', value => /^[a-z]{2}$/i.test(value)) || regionOf(page.language)
    ).toUpperCase(),
    brand: checked('brand', isShort),
    amount: checked('amount', value => decimal(value) !== undefined),
    coin: checked('coin', isShort),
    network: checked('network', isShort),
    kinds: known,
    email: checked('email', isEmail),
    orderId: checked('orderId', value => /^[\w.~-]{1,200}$/.test(value)),
    refundAddress: checked('refundAddress', value => /^[\w:.-]{8,200}$/.test(value)),
    utmSource: checked('utmSource', isShort, page.hostName),
    theme: checked('theme', value => THEMES.has(value), 'auto'),
    supportUrl: address('supportUrl', [...WEB, 'mailto:'], SUPPORT_URL),
    termsUrl: address('termsUrl', WEB, TERMS_URL),
    invalid,
  };
}

/** What the page is told of an attribute that is not taken. */
export const ignored = (name: keyof RawSettings) =>
  `The ${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)} attribute is not valid and was ignored.`;

/** Not every region is a country: `es-419` is Spanish of Latin America. */
function regionOf(language: string): string {
  return tryOrUndefined(() => /^\D+/.exec(new Intl.Locale(language).region ?? '')?.[0]) ?? 'US';
}
