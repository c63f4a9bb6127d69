import type {Budget, ProxyStore} from '../core/store.js';

/** A connected client of `ioredis` or of `redis` (node-redis), for one server or a primary; not for a cluster. */
export type RedisClient = IoredisClient | NodeRedisClient;

interface IoredisClient {
  call(command: string, ...words: string[]): Promise<unknown>;
  readonly status?: string;
}

interface NodeRedisClient {
  sendCommand(words: string[]): Promise<unknown>;
  readonly isReady?: boolean;
}

export interface RedisStoreOptions {
  /** Prefix of all keys. Default `cr-checkout:`. */
  readonly prefix?: string;
}

/**
 * Takes a slot of each of several sliding windows, atomically, or none: a sorted set holds the times of the slots taken, by
 * the server's own clock; times that have left the window are removed.
 */
const takeScript = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local window = tonumber(ARGV[1])
local wait = 0
for at, key in ipairs(KEYS) do
  local limit = tonumber(ARGV[at + 2])
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  if redis.call('ZCARD', key) >= limit then
    local first = redis.call('ZRANGE', key, -limit, -limit, 'WITHSCORES')
    wait = math.max(wait, 1, first[2] + window - now)
  end
end
if wait > 0 then return wait end
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, now, ARGV[2])
  redis.call('PEXPIRE', key, window)
end
return 0`;

/**
 * Creates a store in Redis 5 or newer, for several instances of the proxy. Bypasses the client's offline queue: while
 * there is no connection every call rejects at once, so that no command runs later that its caller has given up.
 *
 * @throws {TypeError} when the client is of neither kind.
 */
export function redisStore(
  client: RedisClient,
  {prefix = 'cr-checkout:'}: RedisStoreOptions = {},
): ProxyStore {
  const send = senderOf(client);

  async function takeAll(budgets: readonly Budget[], window: number): Promise<number> {
    const keys = budgets.map(({key}) => prefix + key);
    const limits = budgets.map(({limit}) => positiveInteger(limit));
    const words = [positiveInteger(window), crypto.randomUUID(), ...limits];
    return Number(await send('EVAL', takeScript, String(keys.length), ...keys, ...words));
  }

  return {
    isShared: true,
    async get(key) {
      const value = await send('GET', prefix + key);
      return typeof value === 'string' ? value : undefined;
    },
    async set(key, value, ttl) {
      await send('SET', prefix + key, value, 'PX', positiveInteger(ttl));
    },
    async add(key, value, ttl) {
      return (await send('SET', prefix + key, value, 'PX', positiveInteger(ttl), 'NX')) === 'OK';
    },
    async delete(key) {
      await send('DEL', prefix + key);
    },
    take: (key, limit, window) => takeAll([{key, limit}], window),
    takeAll,
  };
}

type Send = (...words: [string, ...string[]]) => Promise<unknown>;

function senderOf(client: RedisClient): Send {
  // `call` is checked first because ioredis also has a `sendCommand`, with other parameters.
  if ('call' in client && typeof client.call === 'function') {
    return async (...words) => {
      if (client.status !== undefined && client.status !== 'ready')
        throw new Error(`Redis is ${client.status}`);
      return client.call(...words);
    };
  }
  if ('sendCommand' in client && typeof client.sendCommand === 'function') {
    return async (...words) => {
      if (client.isReady === false) throw new Error('Redis is not ready');
      return client.sendCommand(words);
    };
  }
  throw new TypeError('redisStore: give it a client of ioredis or of redis (node-redis)');
}

/** Formats a number as Redis accepts it for times and counts: whole and at least 1. */
function positiveInteger(value: number): string {
  return String(Math.max(1, Math.ceil(value)));
}
