import type {IncomingMessage, ServerResponse} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import type {CheckoutProxy} from './handler.js';

/**
 * Mounts a proxy on Node's `http`, and on whatever takes `(req, res)`, such as Express. A framework's body parser must
 * not have read the request before.
 *
 * @example
 * createServer(nodeHandler(createProxy({partnerId, appVersion, secrets}))).listen(8080);
 */
export function nodeHandler(proxy: CheckoutProxy): (req: IncomingMessage, res: ServerResponse) => void {
  const listener = getRequestListener(
    (request, {incoming}) =>
      proxy(request, {remoteAddress: incoming.socket.remoteAddress, target: incoming.url}),
    {
      overrideGlobalObjects: false,
      errorHandler: () => proxy(new Request('http://localhost/'), {target: '*'}),
    },
  );
  return (req, res) => void listener(req, res);
}
