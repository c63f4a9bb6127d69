export type {ProxyCacheOptions} from './cache-options.js';
export type {Connection} from './connection.js';
export {type CheckoutProxy, createProxy} from './handler.js';
export type {ProxyLimitOptions, RouteLimit} from './limit-options.js';
export {type MemoryStoreOptions, memoryStore} from './memory-store.js';
export type {
  ProxyApiEntry,
  ProxyLogEntry,
  ProxyOptions,
  ProxyRequestEntry,
  ProxyStoreEntry,
  ProxyTimeouts,
} from './options.js';
export {type RedisClient, type RedisStoreOptions, redisStore} from './redis-store.js';
export type {CacheTimes} from './reread-cache.js';
export type {ProxyStore} from './store.js';
