import * as z from 'zod/mini';
import {type AllowedOrigins, isOriginOrPattern, originMatcher} from './core/allowed-origins.js';
import {defaultCache} from './core/cache-options.js';
import {defaultLimits} from './core/limit-options.js';
import {defaultTimeouts, type ProxyOptions, type Settings} from './core/options.js';
import type {ProxyStore} from './core/store.js';
import {openClaims} from './stores/claims.js';
import {memoryStore} from './stores/memory.js';
import {builtInFiles} from './stores/node-files.js';

/**
 * Validates the options and completes them with defaults.
 *
 * @throws {TypeError} at the first option that cannot be used; the message says what to set, and never holds the value.
 */
export function validateOptions(options: ProxyOptions): Settings {
  const {rawOrderIds, secrets, store, claims, allowedOrigins, ...valid} = parse(schema, options ?? {});
  return {
    ...valid,
    isAllowedOrigin: originMatcher(allowedOrigins),
    claims: claims === false ? undefined : claimsIn(claims, store, valid.now),
    secrets: rawOrderIds === true ? undefined : parse(secretsSchema, secrets),
    store: store ?? memoryStore({now: valid.now}),
    hasOwnFetch: options.fetch !== undefined,
  };
}

/** Opens the file of claims. Instances that share a store keep them there. */
function claimsIn(path: string, store: ProxyStore | undefined, now: () => number): ProxyStore {
  const files = builtInFiles();
  if (!files)
    throw new TypeError('createProxy: claims needs node:fs, which this platform lacks; set it to false');
  if (store?.isShared) {
    throw new TypeError(
      'createProxy: set claims or a shared store, not both; the store keeps claims for all instances',
    );
  }
  try {
    return openClaims(path, now, files);
  } catch {
    throw new TypeError(
      'createProxy: set claims to a file that can be read and written, in a folder that exists',
    );
  }
}

function parse<Output>(schema: z.ZodMiniType<Output>, given: unknown): Output {
  const {error, data} = schema.safeParse(given);
  if (!error) return data;
  // A misspelled name explains the option that is missing.
  const issue = error.issues.find(({code}) => code === 'unrecognized_keys') ?? error.issues[0];
  throw new TypeError(`createProxy: ${issue?.message}`);
}

/** Checks the length before the pattern, whose time depends on it. */
function text(pattern: RegExp, maxLength: number, message: string) {
  return z
    .string(message)
    .check(z.refine(value => value.length <= maxLength && pattern.test(value), message));
}

function headerValue(name: string, meaning: string) {
  const message = `set ${name} to ${meaning} (1 to 200 printable ASCII characters)`;
  return text(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/, 200, message);
}

function functionOption<Type>(name: string) {
  return z.custom<Type>(value => typeof value === 'function', `set ${name} to a function, or leave it out`);
}

interface NumberRule {
  /** Returns what to set, by the name of the number. */
  readonly meaning: (name: string) => string;
  readonly isValid: (value: number, name: string) => boolean;
}

/** Makes the schema of an object of numbers, and of such objects, with the names and values of its defaults. */
function numbers<Option extends object>(
  path: string,
  defaults: Option,
  rule: NumberRule,
): z.ZodMiniType<Option> {
  const shape = Object.entries(defaults).map(([name, fallback]) => {
    const ownPath = `${path}.${name}`;
    if (typeof fallback === 'object') return [name, z.prefault(numbers(ownPath, fallback, rule), {})];
    const isValid = (value: unknown) => typeof value === 'number' && rule.isValid(value, name);
    return [name, z._default(z.custom(isValid, `set ${ownPath} to ${rule.meaning(name)}`), fallback)];
  });
  return namedOptions(path, Object.fromEntries(shape)) as z.ZodMiniType<unknown> as z.ZodMiniType<Option>;
}

/** Makes the schema of an object that refuses unknown names; `path` is empty for the options themselves. */
function namedOptions<Shape extends Record<string, z.ZodMiniType>>(path: string, shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: issue => {
      if (issue.code !== 'unrecognized_keys') return `set ${path} to {${names}}`;
      const name = String(issue.keys[0]).slice(0, 60);
      return `${path && `${path}.`}${name} is not an option; there are ${names}`;
    },
  });
}

/** Takes false for `undefined`: no limits, or no cache. */
function orFalse<Option>(option: z.ZodMiniType<Option>) {
  const falseAsAbsent = z.transform((value: unknown) => (value === false ? undefined : value));
  return z.prefault(z.pipe(falseAsAbsent, z.optional(option)), {});
}

const secretsMessage =
  'set secrets to a list of keys that nobody can guess, of at least 32 characters (one is made by "openssl rand -base64 32"), ' +
  'or rawOrderIds to true if order ids need not be bound to this proxy';
const secret = z.string(secretsMessage).check(z.refine(key => key.trim().length >= 32, secretsMessage));
const secretsSchema = z.array(secret, secretsMessage).check(z.minLength(1, secretsMessage));

function isUpstream(value: string): boolean {
  const url = value.length <= 2000 && URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return !url.username && !url.password && !url.search && !url.hash;
}

const upstreamMessage = 'set upstream to a URL such as "https://api.cryptorefills.com"';
const upstream = z.pipe(
  z.string(upstreamMessage).check(z.refine(isUpstream, upstreamMessage)),
  z.transform(value => new URL(value).href.replace(/\/+$/, '')),
);

const basePath = z.pipe(
  text(
    /^((\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+\/?|\/?)$/,
    500,
    'set basePath to a path such as "/api/checkout"',
  ),
  z.transform(value => value.replace(/\/$/, '')),
);

const countryMessage = 'set defaultCountry to a two-letter country code such as "US"';
const country = z.string(countryMessage).check(z.regex(/^[A-Za-z]{2}$/, countryMessage), z.toUpperCase());

const originsMessage =
  'set allowedOrigins to a list of origins such as "https://shop.example" or "https://*.shop.example", or to a function';
const originList = z.array(z.custom<string>(), originsMessage).check(
  z.superRefine((values, context) => {
    const at = values.findIndex(value => !isOriginOrPattern(value));
    if (at < 0) return;
    context.addIssue(`allowedOrigins: entry ${at + 1} is not an origin such as "https://shop.example"`);
  }),
);

/** Tells a function from a list first, so that the list's own messages stay. */
const origins = z.custom<AllowedOrigins>().check(
  z.superRefine((value, context) => {
    if (typeof value === 'function') return;
    const {error} = originList.safeParse(value);
    if (error) context.addIssue(error.issues[0]!.message);
  }),
);

const hops = z.custom<number>(
  value => Number.isInteger(value) && Number(value) >= 0,
  'set trustedHops to the number of proxies in front of this one: 0, 1, 2, ...',
);

const storeMethods = ['get', 'set', 'add', 'delete', 'take'] as const;
const store = z.custom<ProxyStore>(
  value => storeMethods.every(name => typeof (value as ProxyStore | null)?.[name] === 'function'),
  'set store to memoryStore(), redisStore(client), or one of your own',
);

const claims = z.custom<string | false>(
  value => value === false || (typeof value === 'string' && value.trim() !== '' && value.length <= 1000),
  'set claims to the path of a file such as "./cr-checkout-claims", or to false',
);

const metrics = z.custom<Settings['metrics']>(
  value => typeof value === 'boolean' || typeof value === 'function',
  'set metrics to true, false, or a function from headers to true or false',
);

/** Longer delays overflow the platform's timers, which then fire at once. */
const isDelay = (ms: number) => ms > 0 && ms < 2 ** 31;

/** Anything else is cut off, refused or ignored by what counts with it. */
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 1;

/** Looks `fetch` up for each request, as some platforms replace it after modules have loaded. */
const platformFetch: Settings['fetch'] = request => globalThis.fetch(request);

const schema = namedOptions('', {
  partnerId: headerValue('partnerId', 'your Partner ID, from the account information page of Cryptorefills'),
  appVersion: headerValue('appVersion', 'the version of your shop or app, such as "1.4.0"'),
  upstream: z._default(upstream, 'https://api.cryptorefills.com'),
  basePath: z._default(basePath, ''),
  defaultCountry: z._default(country, 'US'),
  allowedOrigins: z._default(origins, []),
  trustedHops: z._default(hops, 0),
  secrets: z.optional(z.unknown()),
  rawOrderIds: z.optional(z.unknown()),
  timeouts: z.prefault(
    numbers('timeouts', defaultTimeouts, {meaning: () => 'milliseconds', isValid: isDelay}),
    {},
  ),
  store: z.optional(store),
  claims: z._default(claims, false),
  limits: orFalse(
    numbers('limits', defaultLimits, {
      meaning: name => (name === 'window' ? 'milliseconds' : 'a number from 1 on, whole or Infinity'),
      isValid: (value, name) =>
        name === 'window'
          ? isCount(value) && isDelay(value)
          : isCount(value) || value === Number.POSITIVE_INFINITY,
    }),
  ),
  cache: orFalse(
    numbers('cache', defaultCache, {
      meaning: name => (name === 'maxBytes' ? 'bytes, a whole number' : 'milliseconds, a whole number'),
      isValid: value => value === 0 || isCount(value),
    }),
  ),
  cdn: z._default(z.boolean('set cdn to true or false'), false),
  metrics: z._default(metrics, false),
  fetch: z._default(functionOption<Settings['fetch']>('fetch'), () => platformFetch),
  now: z._default(functionOption<Settings['now']>('now'), () => Date.now),
  log: z._default(functionOption<Settings['log']>('log'), () => () => {}),
});
