import {decimal} from '../domain/money.js';
import {toEmail} from '../domain/recipient.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {ProductKind} from '../domain/types.js';

/** Facts about the page that defaults of attributes depend on. */
export interface PageFacts {
  /** Absolute base of relative URLs. */
  readonly baseUrl: string;
  readonly hostName: string;
  /** BCP 47 tag of the browser's language. */
  readonly language: string;
}

/** Returns the facts about the page on screen. */
export function pageFacts(): PageFacts {
  return {baseUrl: document.baseURI, hostName: location.hostname, language: navigator.language};
}

/** Reads one attribute: its value, or its default, and whether all of what was set is valid. */
type AttributeReader<Value> = (given: unknown, page: PageFacts) => readonly [value: Value, isValid: boolean];

const SUPPORT_URL = 'mailto:support@cryptorefills.com';
const TERMS_URL = 'https://www.cryptorefills.com/en/terms-of-service';
const LEVELS = [2, 3, 4, 5, 6];
const WEB = ['http:', 'https:'];
const THEMES = ['auto', 'light', 'dark'] as const;
const KINDS: ReadonlySet<string> = new Set<ProductKind>(['giftcard', 'topup', 'esim']);

/** Readers of every attribute but `lang`, by the name of its property. */
const READERS = {
  proxyUrl: url(WEB),
  subscribeUrl: text(
    (value, page) => value.includes('{orderId}') && isUrl(value.replace('{orderId}', 'x'), page),
  ),
  country: reader(
    value => (/^[a-z]{2}$/i.test(value) ? value.toUpperCase() : undefined),
    page => regionOf(page.language),
  ),
  lockCountry: flag,
  brand: text(isShort),
  amount: text(value => decimal(value) !== undefined),
  coin: text(isShort),
  network: text(isShort),
  kinds,
  email: text(value => toEmail(value) !== undefined),
  orderId: text(value => /^[\w.~-]{1,200}$/.test(value)),
  refundAddress: text(value => /^[\w:.-]{8,200}$/.test(value)),
  utmSource: text(isShort, page => page.hostName),
  theme: reader(
    value => THEMES.find(theme => theme === value),
    () => 'auto',
  ),
  headingLevel: reader(
    value => LEVELS.find(level => `${level}` === value),
    () => 2,
  ),
  supportUrl: url([...WEB, 'mailto:'], SUPPORT_URL),
  termsUrl: url(WEB, TERMS_URL),
  noResume: flag,
  history: flag,
} satisfies Readonly<Record<string, AttributeReader<unknown>>>;

type Readers = typeof READERS;

/** Attributes by the names of their properties, as the page set them. */
export type RawSettings = {readonly [Name in keyof Readers]: unknown};

/** Attributes by the names of their properties, checked, with defaults in place of what is missing or not valid. */
export type Settings = {readonly [Name in keyof Readers]: ReturnType<Readers[Name]>[0]} & {
  /** Attributes that were ignored because their value is not valid. */
  readonly invalid: readonly (keyof Readers)[];
};

/**
 * Reads the attributes. Never throws: a value that is not valid is named in `invalid` and its default taken. Frameworks set
 * properties to numbers, `null` and `undefined`, too.
 */
export function readAttributes(given: RawSettings, page: PageFacts): Settings {
  const names = Object.keys(READERS) as (keyof Readers)[];
  const invalid: (keyof Readers)[] = [];
  const settings = names.map(name => {
    const [value, isValid] = READERS[name](given[name], page);
    if (!isValid) invalid.push(name);
    return [name, value] as const;
  });
  return {...Object.fromEntries(settings), invalid} as unknown as Settings;
}

/** Returns the message of `cr-error` about an attribute that is not valid. */
export function ignoredMessage(name: keyof Readers): string {
  const attribute = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return `The ${attribute} attribute is not valid and was ignored.`;
}

/** Makes a reader of text. `parse` returns `undefined` for a value that is not valid; blank text is a missing value. */
function reader<Value>(
  parse: (value: string, page: PageFacts) => Value | undefined,
  fallback: (page: PageFacts) => Value,
): AttributeReader<Value> {
  return (given, page) => {
    const value = trimmed(given);
    const parsed = value === '' ? undefined : parse(value, page);
    return [parsed ?? fallback(page), value === '' || parsed !== undefined];
  };
}

function text(
  isValid: (value: string, page: PageFacts) => boolean,
  fallback: (page: PageFacts) => string = () => '',
): AttributeReader<string> {
  return reader((value, page) => (isValid(value, page) ? value : undefined), fallback);
}

/** Makes a reader of a URL, absolute or relative to the page, that returns an absolute one. */
function url(protocols: readonly string[], fallback = ''): AttributeReader<string> {
  return reader(
    (value, page) => parseUrl(value, page, protocols),
    () => fallback,
  );
}

function flag(given: unknown): readonly [boolean, boolean] {
  return [Boolean(given), true];
}

/** Reads a list of kinds: the known ones count, the others make it invalid. */
function kinds(given: unknown): readonly [readonly ProductKind[], boolean] {
  const listed = trimmed(given).split(/\s+/).filter(Boolean);
  const known = listed.filter((kind): kind is ProductKind => KINDS.has(kind));
  return [known, known.length === listed.length];
}

function trimmed(given: unknown): string {
  return String(given ?? '').trim();
}

function isShort(value: string): boolean {
  return value.length <= 200;
}

function isUrl(value: string, page: PageFacts): boolean {
  return parseUrl(value, page, WEB) !== undefined;
}

function parseUrl(value: string, {baseUrl}: PageFacts, protocols: readonly string[]): string | undefined {
  const parsed = tryOrUndefined(() => new URL(value, baseUrl));
  return parsed && protocols.includes(parsed.protocol) ? parsed.href : undefined;
}

/** Returns the country of a language tag, or `US`. Not every region is a country: `es-419` is Spanish of Latin America (UN M.49). */
function regionOf(language: string): string {
  return tryOrUndefined(() => /^\D+/.exec(new Intl.Locale(language).region ?? '')?.[0]) ?? 'US';
}
