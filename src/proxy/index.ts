export type {CacheTimes, ProxyCacheOptions} from './core/cache-options.js';
export type {ProxyLimitOptions, RouteLimit} from './core/limit-options.js';
export type {
  ProxyApiEntry,
  ProxyLogEntry,
  ProxyOptions,
  ProxyRequestEntry,
  ProxyStoreEntry,
  ProxyTimeouts,
} from './core/options.js';
export type {Connection} from './core/request.js';
export type {ProxyStore} from './core/store.js';
export {type CheckoutProxy, createProxy} from './handler.js';
export {type MemoryStoreOptions, memoryStore} from './stores/memory.js';
export {type RedisClient, type RedisStoreOptions, redisStore} from './stores/redis.js';
