import {decimal} from '../domain/money.js';
import {isEmail} from '../domain/recipient.js';
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
  readonly invalid: readonly string[];
}

const SUPPORT_URL = 'mailto:support@cryptorefills.com';
const TERMS_URL = 'https://www.cryptorefills.com/en/terms-of-service';
const KINDS: ReadonlySet<string> = new Set(['giftcard', 'topup', 'esim']);

/** Everything the element needs of the page that it stands in. */
export interface PageFacts {
  readonly baseUrl: string;
  readonly hostName: string;
  readonly language: string;
}

/** Reads the attributes. Never throws: a bad value is named in `invalid` and its default taken. */
export function readSettings(raw: RawSettings, page: PageFacts): Settings {
  const invalid: string[] = [];
  const checked = (attribute: string, value: string, isValid: boolean, otherwise = '') => {
    if (value === '' || isValid) return value || otherwise;
    invalid.push(attribute);
    return otherwise;
  };
  const address = (attribute: string, value: string, protocols: readonly string[], otherwise = '') => {
    const text = value.trim();
    const url = text && URL.canParse(text, page.baseUrl) ? new URL(text, page.baseUrl) : undefined;
    return checked(
      attribute,
      text && url ? url.href : text,
      url !== undefined && protocols.includes(url.protocol),
      otherwise,
    );
  };
  const kinds = raw.kinds.split(/\s+/).filter(Boolean);
  const known = kinds.filter((kind): kind is ProductKind => KINDS.has(kind));
  if (known.length < kinds.length) invalid.push('kinds');
  const country = raw.country.trim().toUpperCase();
  return {
    proxyUrl: address('proxy-url', raw.proxyUrl, ['http:', 'https:']),
    subscribeUrl: checked('subscribe-url', raw.subscribeUrl.trim(), raw.subscribeUrl.includes('{orderId}')),
    country: checked('country', country, /^[A-Z]{2}$/.test(country)) || regionOf(page.language),
    brand: checked('brand', raw.brand.trim(), raw.brand.length <= 200),
    amount: checked('amount', raw.amount.trim(), decimal(raw.amount) !== undefined),
    coin: checked('coin', raw.coin.trim(), raw.coin.length <= 40),
    network: checked('network', raw.network.trim(), raw.network.length <= 80),
    kinds: known,
    email: checked('email', raw.email.trim(), isEmail(raw.email.trim())),
    orderId: checked('order-id', raw.orderId.trim(), /^[\w.~-]{1,200}$/.test(raw.orderId.trim())),
    refundAddress: checked(
      'refund-address',
      raw.refundAddress.trim(),
      /^[\w:.-]{8,200}$/.test(raw.refundAddress.trim()),
    ),
    utmSource: checked('utm-source', raw.utmSource.trim(), raw.utmSource.length <= 200, page.hostName),
    theme: checked('theme', raw.theme, ['auto', 'light', 'dark'].includes(raw.theme), 'auto'),
    supportUrl: address('support-url', raw.supportUrl, ['http:', 'https:', 'mailto:'], SUPPORT_URL),
    termsUrl: address('terms-url', raw.termsUrl, ['http:', 'https:'], TERMS_URL),
    invalid,
  };
}

function regionOf(language: string): string {
  try {
    return new Intl.Locale(language).region ?? 'US';
  } catch {
    return 'US';
  }
}
