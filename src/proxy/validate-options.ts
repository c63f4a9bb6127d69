import {checkCache} from './core/cache-options.js';
import {checkLimits} from './core/limit-options.js';
import type {ProxyOptions, ProxyTimeouts, Settings} from './core/options.js';
import type {ProxyStore} from './core/store.js';
import {completeOption, refuseOption as refuse, refuseUnknown} from './refuse-option.js';
import {memoryStore} from './stores/memory.js';

const defaultTimeouts: ProxyTimeouts = {
  connect: 5_000,
  headers: 25_000,
  stall: 10_000,
  read: 30_000,
  order: 30_000,
  stream: 10_000,
  heartbeat: 15_000,
  body: 10_000,
  rest: 10_000,
};

const known: Record<keyof ProxyOptions, true> = {
  partnerId: true,
  appVersion: true,
  upstream: true,
  basePath: true,
  defaultCountry: true,
  allowedOrigins: true,
  trustedHops: true,
  secrets: true,
  rawOrderIds: true,
  timeouts: true,
  store: true,
  limits: true,
  cache: true,
  metrics: true,
  fetch: true,
  now: true,
  log: true,
};

/** Completes the options; throws a `TypeError` that says what to set, and how, at the first that cannot be used. */
export function checkOptions(options: ProxyOptions): Settings {
  refuseUnknown('', options ?? {}, known);
  const {
    partnerId,
    appVersion,
    defaultCountry = 'US',
    trustedHops = 0,
    log = () => {},
    now = Date.now,
    timeouts = {},
    store = memoryStore({now}),
  } = options ?? {};
  headerValue('partnerId', partnerId, 'your Partner ID, from the account information page of Cryptorefills');
  headerValue('appVersion', appVersion, 'the version of your shop or app, such as "1.4.0"');
  if (!/^[A-Za-z]{2}$/.test(defaultCountry))
    refuse('set defaultCountry to a two-letter country code such as "US"');
  if (!Number.isInteger(trustedHops) || trustedHops < 0) {
    refuse('set trustedHops to the number of proxies in front of this one: 0, 1, 2, ...');
  }
  const {fetch = (request: Request) => globalThis.fetch(request)} = options;
  for (const [name, value] of Object.entries({fetch, now, log})) {
    if (typeof value !== 'function') refuse(`set ${name} to a function, or leave it out`);
  }
  return {
    partnerId,
    appVersion,
    upstream: upstreamBase(options.upstream ?? 'https://api.cryptorefills.com'),
    basePath: mountPath(options.basePath ?? ''),
    defaultCountry: defaultCountry.toUpperCase(),
    allowedOrigins: checkOrigins(options.allowedOrigins ?? []),
    trustedHops,
    secrets: checkSecrets(options),
    timeouts: completeOption('timeouts', timeouts, defaultTimeouts, {
      what: () => 'milliseconds',
      isFit: isDelay,
    }),
    store: checkStore(store),
    limits: checkLimits(options.limits),
    cache: checkCache(options.cache),
    metrics: checkMetrics(options.metrics ?? false),
    fetch,
    hasOwnFetch: options.fetch !== undefined,
    now,
    log,
  };
}

function headerValue(name: string, value: unknown, what: string): void {
  if (typeof value !== 'string' || !/^[\x21-\x7e]([\x20-\x7e]{0,198}[\x21-\x7e])?$/.test(value)) {
    refuse(`set ${name} to ${what} (1 to 200 printable ASCII characters)`);
  }
}

function upstreamBase(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    refuse('set upstream to a URL such as "https://api.cryptorefills.com"');
  }
  return url.href.replace(/\/+$/, '');
}

function mountPath(value: string): string {
  if (!/^((\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+\/?|\/?)$/.test(value)) {
    refuse('set basePath to a path such as "/api/checkout"');
  }
  return value.replace(/\/$/, '');
}

/** `null` is what browsers call the origin of a sandboxed frame. */
function checkOrigins(origins: readonly string[]): readonly string[] {
  if (!Array.isArray(origins))
    refuse('set allowedOrigins to a list of origins such as "https://shop.example"');
  for (const value of origins) {
    if (value !== 'null' && (!URL.canParse(value) || new URL(value).origin !== value))
      refuse(`allowedOrigins: "${value}" is not an origin such as "https://shop.example"`);
  }
  return origins;
}

function checkSecrets({secrets, rawOrderIds}: ProxyOptions): readonly string[] | undefined {
  if (rawOrderIds === true) return undefined;
  if (
    !Array.isArray(secrets) ||
    secrets.length === 0 ||
    !secrets.every(key => typeof key === 'string' && key.trim())
  ) {
    refuse(
      'set secrets to a list of keys that nobody can guess (one is made by "openssl rand -base64 32"), ' +
        'or rawOrderIds to true if order ids need not be bound to this proxy',
    );
  }
  return secrets;
}

function checkMetrics(metrics: Settings['metrics']): Settings['metrics'] {
  if (typeof metrics !== 'boolean' && typeof metrics !== 'function')
    refuse('set metrics to true, false, or a function from headers to true or false');
  return metrics;
}

function checkStore(store: ProxyStore): ProxyStore {
  for (const name of ['get', 'set', 'add', 'delete', 'take'] as const) {
    if (typeof store?.[name] !== 'function')
      refuse('set store to memoryStore(), redisStore(client), or one of your own');
  }
  return store;
}

/** Longer ones overflow the platform's timers, which then fire at once. */
function isDelay(ms: number): boolean {
  return ms > 0 && ms < 2 ** 31;
}
