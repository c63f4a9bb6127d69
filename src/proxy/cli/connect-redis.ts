import type {ProxyStore} from '../core/store.js';
import {redisStore} from '../stores/redis.js';
import {CliError} from './options.js';

/**
 * Creates a store in the Redis at this URL, by whichever client is installed beside the proxy. The client connects, and
 * reconnects, by itself.
 *
 * @throws {CliError} when no client is installed.
 */
export async function connectRedis(url: string): Promise<ProxyStore> {
  // Without a listener, an error would end the process. The proxy itself logs that the store is lost.
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
