import {parseArgs} from 'node:util';

/** A wish that the command cannot follow; the message says what to set. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

interface Flag {
  readonly env: string;
  readonly value?: string;
  readonly says: string;
}

/** Each flag has a variable of the environment; the flag goes before it. Secrets have no flag: everyone sees a command line. */
const flags = {
  'partner-id': {env: 'CR_PARTNER_ID', value: 'id', says: 'your Partner ID (required)'},
  'app-version': {env: 'CR_APP_VERSION', value: 'version', says: 'your own version (1.0.0)'},
  port: {env: 'PORT', value: 'number', says: 'where to listen, 0 for any free port (8080)'},
  host: {env: 'HOST', value: 'address', says: 'on which address to listen (127.0.0.1)'},
  upstream: {env: 'CR_UPSTREAM', value: 'url', says: 'base URL of the API (https://api.cryptorefills.com)'},
  'base-path': {env: 'CR_BASE_PATH', value: 'path', says: 'path below which the routes are (none)'},
  'default-country': {
    env: 'CR_DEFAULT_COUNTRY',
    value: 'code',
    says: 'country of requests that name none (US)',
  },
  'allowed-origins': {
    env: 'CR_ALLOWED_ORIGINS',
    value: 'list',
    says: 'other origins whose pages may call it, by commas (none)',
  },
  'trusted-hops': {
    env: 'CR_TRUSTED_HOPS',
    value: 'number',
    says: 'proxies in front of it that add to X-Forwarded-For (0)',
  },
  redis: {
    env: 'CR_REDIS_URL',
    value: 'url',
    says: 'Redis for several instances; needs the package ioredis or redis',
  },
  'raw-order-ids': {env: 'CR_RAW_ORDER_IDS', says: "let the API's own order ids through"},
  metrics: {env: 'CR_METRICS', says: 'serve counts for Prometheus at /metrics'},
  'drain-seconds': {
    env: 'CR_DRAIN_SECONDS',
    value: 'number',
    says: 'how long streams may go on after SIGTERM (25)',
  },
} as const satisfies Readonly<Record<string, Flag>>;

type FlagName = keyof typeof flags;

export interface CliOptions {
  readonly port: number;
  readonly host: string;
  readonly drainSeconds: number;
  readonly redisUrl: string | undefined;
  /** Options of `createProxy`. */
  readonly proxy: {
    readonly partnerId: string;
    readonly appVersion: string;
    readonly secrets: readonly string[];
    readonly rawOrderIds: boolean;
    readonly upstream?: string;
    readonly basePath?: string;
    readonly defaultCountry?: string;
    readonly allowedOrigins: readonly string[];
    readonly trustedHops: number;
    readonly metrics: boolean;
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line and the environment wish for; `help` and `version` are wishes of their own. */
export function readCliOptions(words: readonly string[], env: Environment): CliOptions | 'help' | 'version' {
  const given = parse(words);
  if (given.help) return 'help';
  if (given.version) return 'version';
  const text = (name: FlagName) => String(given[name] ?? env[flags[name].env] ?? '').trim();
  const isOn = (name: FlagName) =>
    given[name] === true || /^(1|true|yes|on)$/i.test(env[flags[name].env] ?? '');
  const number = (name: FlagName, usual: number, most: number) => {
    const value = text(name);
    if (value === '') return usual;
    if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
    throw new CliError(
      `set --${name} (or ${flags[name].env}) to a whole number from 0 to ${most}, not "${value}"`,
    );
  };
  const optional = (name: FlagName, option: string) => (text(name) ? {[option]: text(name)} : {});

  const partnerId = text('partner-id');
  if (!partnerId)
    throw new CliError(
      'set --partner-id (or CR_PARTNER_ID) to your Partner ID, from the account information page of Cryptorefills',
    );
  const secrets = list(env.CR_SECRETS);
  const rawOrderIds = isOn('raw-order-ids');
  if (secrets.length === 0 && !rawOrderIds) {
    throw new CliError(
      'set CR_SECRETS to a key that nobody can guess, such as "openssl rand -base64 32" makes (several by commas: the first signs, all verify), or give --raw-order-ids',
    );
  }
  return {
    port: number('port', 8080, 65_535),
    host: text('host') || '127.0.0.1',
    drainSeconds: number('drain-seconds', 25, 3600),
    redisUrl: text('redis') || undefined,
    proxy: {
      partnerId,
      appVersion: text('app-version') || '1.0.0',
      secrets,
      rawOrderIds,
      allowedOrigins: list(text('allowed-origins')),
      trustedHops: number('trusted-hops', 0, 10),
      metrics: isOn('metrics'),
      ...optional('upstream', 'upstream'),
      ...optional('base-path', 'basePath'),
      ...optional('default-country', 'defaultCountry'),
    },
  };
}

function parse(words: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const known = Object.entries<Flag>(flags).map(
    ([name, {value}]) => [name, {type: value ? 'string' : 'boolean'} as const] as const,
  );
  const help = {type: 'boolean', short: 'h'} as const;
  const version = {type: 'boolean', short: 'v'} as const;
  try {
    return parseArgs({args: [...words], options: {...Object.fromEntries(known), help, version}}).values;
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : error} (see --help)`);
  }
}

function list(value = ''): string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}

export function helpText(): string {
  const rows = Object.entries<Flag>(flags).map(
    ([name, {env, value, says}]) => [`--${name}${value ? ` <${value}>` : ''}`, env, says] as const,
  );
  const lines = [
    ...rows,
    ['', 'CR_SECRETS', 'keys that bind order ids to this proxy, by commas (required)'] as const,
  ].map(([flag, env, says]) => `  ${flag.padEnd(26)} ${env.padEnd(20)} ${says}`);
  return `cr-checkout-proxy: the proxy between <cr-checkout> and the Cryptorefills API

Usage: CR_SECRETS=... npx cr-checkout-proxy --partner-id <id> [flags]

  ${'flag'.padEnd(26)} ${'or variable'.padEnd(20)} meaning (default)
${lines.join('\n')}
  -h, --help
  -v, --version

Logs are JSON, one line each, on standard output, with nothing personal in them.
SIGTERM and SIGINT stop it: nothing new is accepted, what is under way may end.
`;
}
