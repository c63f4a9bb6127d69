import type {IncomingMessage, ServerResponse} from 'node:http';
import {Readable} from 'node:stream';
import type {ApiClient} from './api-client.js';
import type {Asked} from './asked.js';
import type {OpenEvents} from './open-events.js';

/** How Node asks the API. */
export interface NodeMeans {
  readonly openEvents: OpenEvents;
  readonly client: ApiClient;
}

/** Reads Node's own request. The body, which few routes need, is made when asked for. */
export function nodeAsked(req: IncomingMessage, res: ServerResponse, means: NodeMeans): Asked {
  const {url: target = '/', headers, socket} = req;
  const at = target.indexOf('?');
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  return {
    method: req.method ?? 'GET',
    path: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? '' : target.slice(at + 1),
    origin: `${scheme}://${headers.host ?? headers[':authority'] ?? 'localhost'}`,
    headers: {
      get: name => {
        const value = headers[name];
        return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
      },
      has: name => headers[name] !== undefined,
    },
    buyer: {
      get aborted() {
        return res.destroyed;
      },
      addEventListener: (_, listener) => void res.on('close', listener),
      removeEventListener: (_, listener) => void res.off('close', listener),
    },
    get body() {
      return Readable.isDisturbed(req) ? unreadable() : (Readable.toWeb(req) as ReadableStream<Uint8Array>);
    },
    ...means,
    connection: {remoteAddress: socket.remoteAddress, target},
  };
}

/** In place of a body that something in front of the proxy has read already. */
function unreadable(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: controller => controller.error(new TypeError('The body was read before')),
  });
}
