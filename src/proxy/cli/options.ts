import {parseArgs} from 'node:util';
import {type FlagName, flagList, flags} from './flags.js';

/** A flag or variable that cannot be used; the message says what to set. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

export interface CliOptions {
  readonly port: number;
  readonly host: string;
  /** How long open requests may go on after a signal to stop. */
  readonly drainSeconds: number;
  /** File of claims; false for none; `undefined` for the default. */
  readonly claims: string | false | undefined;
  /** `undefined` without Redis. */
  readonly redisUrl: string | undefined;
  /** Options for `createProxy`. */
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
    readonly timeouts: Readonly<Record<string, number>>;
    readonly metrics: boolean;
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the options of the command from its arguments and environment; `help` or `version` if one of them is requested.
 *
 * @throws {CliError} when a flag or variable is missing or cannot be used.
 */
export function readCliOptions(words: readonly string[], env: Environment): CliOptions | 'help' | 'version' {
  const given = parse(words);
  if (given.help) return 'help';
  if (given.version) return 'version';
  const text = (name: FlagName) => String(given[name] ?? env[flags[name].env] ?? '').trim();
  const isOn = (name: FlagName) =>
    given[name] === true || /^(1|true|yes|on)$/i.test(env[flags[name].env] ?? '');
  const number = (name: FlagName, fallback: number, max: number) => {
    const value = text(name);
    if (value === '') return fallback;
    if (/^\d{1,9}$/.test(value) && Number(value) <= max) return Number(value);
    throw new CliError(
      `set --${name} (or ${flags[name].env}) to a whole number from 0 to ${max}, not "${value}"`,
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
    claims: text('claims') === 'false' ? false : text('claims') || undefined,
    redisUrl: text('redis') || undefined,
    proxy: {
      partnerId,
      appVersion: text('app-version') || '1.0.0',
      secrets,
      rawOrderIds,
      allowedOrigins: list(text('allowed-origins')),
      trustedHops: number('trusted-hops', 0, 10),
      timeouts: Object.fromEntries(list(text('timeouts')).map(timeout)),
      metrics: isOn('metrics'),
      ...(isOn('cdn') ? {cdn: true} : {}),
      ...optional('upstream', 'upstream'),
      ...optional('base-path', 'basePath'),
      ...optional('default-country', 'defaultCountry'),
    },
  };
}

function parse(words: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const known = flagList.map(
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

/** Parses `name=milliseconds`; `createProxy` checks the name. */
function timeout(entry: string): [string, number] {
  const [, name, ms] = /^(\w+)=(\d{1,10})$/.exec(entry) ?? [];
  if (!name) {
    throw new CliError(
      `set --timeouts (or CR_TIMEOUTS) to milliseconds by name, such as "connect=3000,read=20000", not "${entry}"`,
    );
  }
  return [name, Number(ms)];
}

function list(value = ''): string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}
