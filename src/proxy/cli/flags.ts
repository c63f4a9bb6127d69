interface Flag {
  readonly env: string;
  readonly value?: string;
  readonly says: string;
}

/** Each flag has a variable of the environment; the flag goes before it. Secrets have no flag: everyone sees a command line. */
export const flags = {
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
  timeouts: {
    env: 'CR_TIMEOUTS',
    value: 'list',
    says: 'milliseconds by name, such as connect=3000,read=20000 (names and defaults: README)',
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

export type FlagName = keyof typeof flags;

export const flagList: readonly (readonly [string, Flag])[] = Object.entries(flags);

/** What `--help` says. */
export function helpText(): string {
  const rows = flagList.map(
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
