import type {ProxyStore} from '../core/store.js';

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
 * Takes a slot of a sliding window, atomically: a sorted set holds the times of the slots taken, by the server's own
 * clock; times that have left the window are removed, then a slot is taken if one is free.
 */
const takeScript = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
if redis.call('ZCARD', KEYS[1]) < limit then
  redis.call('ZADD', KEYS[1], now, ARGV[3])
  redis.call('PEXPIRE', KEYS[1], window)
  return 0
end
local first = redis.call('ZRANGE', KEYS[1], -limit, -limit, 'WITHSCORES')
return math.max(1, first[2] + window - now)`;

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
    async take(key, limit, window) {
      const words = [positiveInteger(limit), positiveInteger(window), crypto.randomUUID()];
      return Number(await send('EVAL', takeScript, '1', prefix + key, ...words));
    },
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
