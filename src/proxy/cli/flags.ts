interface Flag {
  readonly env: string;
  /** Placeholder of the value; `undefined` for a switch. */
  readonly value?: string;
  readonly meaning: string;
}

/**
 * The flags of the command. Each has an environment variable, over which it takes precedence. Secrets have no flag, as
 * other users can see a command line.
 */
export const flags = {
  'partner-id': {env: 'CR_PARTNER_ID', value: 'id', meaning: 'your Partner ID (required)'},
  'app-version': {env: 'CR_APP_VERSION', value: 'version', meaning: 'your own version (1.0.0)'},
  port: {env: 'PORT', value: 'number', meaning: 'where to listen, 0 for any free port (8080)'},
  host: {env: 'HOST', value: 'address', meaning: 'on which address to listen (127.0.0.1)'},
  upstream: {
    env: 'CR_UPSTREAM',
    value: 'url',
    meaning: 'base URL of the API (https://api.cryptorefills.com)',
  },
  'base-path': {env: 'CR_BASE_PATH', value: 'path', meaning: 'path below which the routes are (none)'},
  'default-country': {
    env: 'CR_DEFAULT_COUNTRY',
    value: 'code',
    meaning: 'country of requests that name none (US)',
  },
  'allowed-origins': {
    env: 'CR_ALLOWED_ORIGINS',
    value: 'list',
    meaning: 'other origins whose pages may call it, by commas (none)',
  },
  'trusted-hops': {
    env: 'CR_TRUSTED_HOPS',
    value: 'number',
    meaning: 'proxies in front of it that add to X-Forwarded-For (0)',
  },
  timeouts: {
    env: 'CR_TIMEOUTS',
    value: 'list',
    meaning: 'milliseconds by name, such as connect=3000,read=20000 (names and defaults: docs/proxy.md)',
  },
  redis: {
    env: 'CR_REDIS_URL',
    value: 'url',
    meaning: 'Redis for several instances; needs the package ioredis or redis',
  },
  claims: {
    env: 'CR_CLAIMS',
    value: 'file',
    meaning: 'keeps keys of orders over a restart; false for none (./cr-checkout-claims without Redis)',
  },
  'raw-order-ids': {env: 'CR_RAW_ORDER_IDS', meaning: "let the API's own order ids through"},
  cdn: {env: 'CR_CDN', meaning: 'let a CDN or nginx in front keep listings'},
  metrics: {env: 'CR_METRICS', meaning: 'serve counts for Prometheus at /metrics'},
  'drain-seconds': {
    env: 'CR_DRAIN_SECONDS',
    value: 'number',
    meaning: 'how long reads may go on after SIGTERM; streams end at once, orders in their time (25)',
  },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof flags;

export const flagList: readonly (readonly [string, Flag])[] = Object.entries(flags);

/** Returns the text of `--help`. */
export function helpText(): string {
  const rows = flagList.map(
    ([name, {env, value, meaning}]) => [`--${name}${value ? ` <${value}>` : ''}`, env, meaning] as const,
  );
  const lines = [
    ...rows,
    ['', 'CR_SECRETS', 'keys that bind order ids to this proxy, by commas (required)'] as const,
  ].map(([flag, env, meaning]) => `  ${flag.padEnd(26)} ${env.padEnd(20)} ${meaning}`);
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
