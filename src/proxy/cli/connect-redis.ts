import type {ProxyStore} from '../core/store.js';
import {redisStore} from '../stores/redis.js';
import {CliError} from './options.js';

/**
 * A store in the Redis at this URL, through whichever client is installed beside the proxy; it connects by itself, again
 * and again.
 */
export async function connectRedis(url: string): Promise<ProxyStore> {
  // The proxy says by itself when the store is gone; without a listener an error would end the process.
  const ignore = () => {};
  const ioredis = await import('ioredis').catch(() => undefined);
  if (ioredis) {
    const options = {enableOfflineQueue: false, autoResendUnfulfilledCommands: false};
    return redisStore(new ioredis.Redis(url, options).on('error', ignore));
  }
  const redis = await import('redis').catch(() => undefined);
  if (!redis) throw new CliError('to use Redis, install a client beside cr-checkout: npm install ioredis');
  const client = redis.createClient({url, disableOfflineQueue: true}).on('error', ignore);
  client.connect().catch(ignore);
  return redisStore(client);
}
