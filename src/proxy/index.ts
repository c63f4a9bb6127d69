export type {Connection} from './connection.js';
export {type CheckoutProxy, createProxy} from './handler.js';
export type {ProxyLogEntry, ProxyOptions, ProxyTimeouts} from './options.js';
