import type {IncomingMessage, ServerResponse} from 'node:http';
import {type CheckoutProxy, pipelineKey} from '../handler.js';
import {NodeProxyRequest} from './request.js';
import {sendResponse} from './response.js';
import {createNodeClient} from './upstream-client.js';
import {createNodeStreamOpener} from './upstream-stream.js';

/** Milliseconds for which the rest of a refused body is still received, so that the sender can read the response. */
const lingerTime = 500;

/**
 * Mounts a proxy on Node's `http`, and on whatever takes `(req, res)`, such as Express. No body parser of a framework may
 * have read the request before.
 *
 * @throws {TypeError} when it is given anything but what `createProxy` returned.
 * @example
 * createServer(nodeHandler(createProxy({partnerId, appVersion, secrets}))).listen(8080);
 */
export function nodeHandler(proxy: CheckoutProxy): (req: IncomingMessage, res: ServerResponse) => void {
  const pipeline = proxy?.[pipelineKey];
  if (typeof pipeline !== 'function') {
    throw new TypeError(
      'nodeHandler: give it what createProxy returned, itself: a function around it has not what nodeHandler needs',
    );
  }
  const upstream = {openStream: createNodeStreamOpener(), upstreamClient: createNodeClient()};

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    try {
      sendResponse(await pipeline(new NodeProxyRequest(req, res, upstream)), res);
    } catch {
      res.destroy();
    }
  }

  return (req, res) => {
    // Without a listener, a socket that breaks would end the process.
    res.on('error', ignore);
    const {'content-length': size, 'transfer-encoding': coding} = req.headers;
    if (size ?? coding) {
      req.on('error', ignore);
      res.once('finish', () => closeUnread(req));
    }
    void handle(req, res);
  };
}

function ignore(): void {}

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
