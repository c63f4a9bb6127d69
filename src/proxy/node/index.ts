import type {IncomingMessage, ServerResponse} from 'node:http';
import type {CheckoutProxy} from '../handler.js';
import {pipelineKey, type RawResponse, type WithPipeline} from '../pipeline.js';
import type {NodeRequest} from './node-request.js';
import {NodeProxyRequest} from './request.js';
import {sendResponse} from './response.js';
import {createNodeClient} from './upstream-client.js';
import {createNodeStreamOpener} from './upstream-stream.js';

export type {NodeRequest};

/** Milliseconds for which the rest of a refused body is still received, so that the sender can read the response. */
const lingerTime = 500;

/**
 * Answers a request. The promise resolves when the response has ended, or was broken off, and the work behind it too; it
 * never rejects. Passes requests outside of `basePath` on to `next`, where there is one.
 */
export type NodeHandler = (
  req: NodeRequest,
  res: ServerResponse,
  next?: (error?: unknown) => void,
) => Promise<void>;

/**
 * Mounts a proxy on Node's `http`, and on whatever takes `(req, res)` or `(req, res, next)`, such as Express. Takes the
 * body that a framework has read: `req.rawBody` or `req.body`.
 *
 * @throws {TypeError} when it is given anything but what `createProxy` returned.
 * @example
 * createServer(nodeHandler(createProxy({partnerId, appVersion, secrets}))).listen(8080);
 */
export function nodeHandler(proxy: CheckoutProxy): NodeHandler {
  const pipeline = (proxy as CheckoutProxy & WithPipeline)?.[pipelineKey];
  if (typeof pipeline !== 'function') {
    throw new TypeError(
      'nodeHandler: give it what createProxy returned, itself: a function around it has not what nodeHandler needs',
    );
  }
  const upstream = {openStream: createNodeStreamOpener(), upstreamClient: createNodeClient()};

  function handle(req: NodeRequest, res: ServerResponse): Promise<void> {
    const abandon = () => void res.destroy();
    try {
      const response = pipeline(new NodeProxyRequest(req, res, upstream));
      if (!(response instanceof Promise)) return send(response, res);
      return response.then(late => send(late, res)).catch(abandon);
    } catch {
      abandon();
      return Promise.resolve();
    }
  }

  return (req, res, next) => {
    if (typeof next === 'function' && !isBelow(req.url ?? '/', proxy.basePath)) {
      next();
      return Promise.resolve();
    }
    // Without a listener, a socket that breaks would end the process.
    res.on('error', ignore);
    const {'content-length': size, 'transfer-encoding': coding} = req.headers;
    if (size ?? coding) {
      req.on('error', ignore);
      res.once('finish', () => closeUnread(req));
    }
    return handle(req, res);
  };
}

function ignore(): void {}

function isBelow(url: string, basePath: string): boolean {
  const [path = ''] = url.split('?', 1);
  return path === basePath || path.startsWith(`${basePath}/`);
}

/** Sends a response. Resolves when it has been sent or its connection is closed. */
function send(response: RawResponse, res: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    if (res.destroyed) resolve();
    else res.on('finish', resolve).on('close', resolve);
    try {
      sendResponse(response, res);
    } catch {
      res.destroy();
      resolve();
    }
  });
}

/** Closes the connection of a sender that keeps sending a body after the response. */
function closeUnread(req: IncomingMessage): void {
  // Node sets `socket` to null once it is closed.
  const {socket} = req;
  if (req.complete || socket === null) return;
  req.resume();
  setTimeout(() => {
    if (!req.complete) socket.destroySoon();
  }, lingerTime).unref();
}
