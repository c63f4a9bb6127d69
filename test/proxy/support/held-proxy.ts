/** Runs a proxy in its own process, which replies to each message with its used heap in bytes. Needs `--expose-gc`. */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createProxy} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';

const proxy = createProxy({
  partnerId: 'p',
  appVersion: '1',
  secrets: [process.env.SECRET ?? ''],
  upstream: process.env.UPSTREAM ?? '',
  limits: false,
});
const server = createServer(nodeHandler(proxy)).listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('message', () => {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
