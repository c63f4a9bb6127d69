export type {Connection} from './call.js';
export {type CheckoutProxy, createProxy} from './handler.js';
export type {ProxyLogEntry, ProxyOptions, ProxyTimeouts} from './options.js';
