import type {IncomingMessage, ServerResponse} from 'node:http';
import {type CheckoutProxy, respondKey} from '../handler.js';
import {NodeAsked} from './request.js';
import {nodeWrite} from './response.js';
import {createNodeClient} from './upstream-client.js';
import {createNodeEvents} from './upstream-stream.js';

/** How long the rest of a body that was refused is let in, so that the sender gets to read the answer. */
const patience = 500;

/**
 * Mounts a proxy on Node's `http`, and on whatever takes `(req, res)`, such as Express. A framework's body parser must
 * not have read the request before.
 *
 * @throws {TypeError} when it is given anything but what `createProxy` returned.
 * @example
 * createServer(nodeHandler(createProxy({partnerId, appVersion, secrets}))).listen(8080);
 */
export function nodeHandler(proxy: CheckoutProxy): (req: IncomingMessage, res: ServerResponse) => void {
  const respond = proxy?.[respondKey];
  if (typeof respond !== 'function') {
    throw new TypeError(
      'nodeHandler: give it what createProxy returned, itself: a function around it has not what nodeHandler needs',
    );
  }
  const means = {openEvents: createNodeEvents(), client: createNodeClient()};

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    try {
      nodeWrite(await respond(new NodeAsked(req, res, means)), res);
    } catch {
      res.destroy();
    }
  }

  return (req, res) => {
    // A socket that breaks is an answer that nobody waits for; without a listener it would end the process.
    res.on('error', ignore);
    const {'content-length': size, 'transfer-encoding': coding} = req.headers;
    if (size ?? coding) {
      req.on('error', ignore);
      res.once('finish', () => hangUp(req));
    }
    void answer(req, res);
  };
}

function ignore(): void {}

/** Ends the connection of a sender who goes on sending what is not read. */
function hangUp(req: IncomingMessage): void {
  // Node takes it off the request when it is closed.
  const {socket} = req;
  if (req.complete || socket === null) return;
  req.resume();
  setTimeout(() => {
    if (!req.complete) socket.destroySoon();
  }, patience).unref();
}
