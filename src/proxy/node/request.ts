import type {IncomingMessage, ServerResponse} from 'node:http';
import {Readable} from 'node:stream';
import type {Leaving} from '../core/client-signal.js';
import type {Connection} from '../core/connection.js';
import type {Asked} from '../core/request.js';
import type {ApiClient} from '../core/upstream-client.js';
import type {OpenEvents} from '../upstream/open-stream.js';

/** How Node asks the API. */
export interface NodeMeans {
  readonly openEvents: OpenEvents;
  readonly client: ApiClient;
}

/** Node's own request as the proxy reads it. What few routes need is made when asked for. */
export class NodeAsked implements Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly openEvents: OpenEvents;
  readonly client: ApiClient;
  readonly #req: IncomingMessage;
  readonly #res: ServerResponse;

  constructor(req: IncomingMessage, res: ServerResponse, {openEvents, client}: NodeMeans) {
    const {url = '/', method = 'GET'} = req;
    const at = url.indexOf('?');
    this.method = method;
    this.path = at < 0 ? url : url.slice(0, at);
    this.query = at < 0 ? '' : url.slice(at + 1);
    this.openEvents = openEvents;
    this.client = client;
    this.#req = req;
    this.#res = res;
  }

  get origin(): string {
    const {headers, socket} = this.#req;
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    return `${scheme}://${headers.host ?? headers[':authority'] ?? 'localhost'}`;
  }

  /** It is its own headers. */
  get headers(): this {
    return this;
  }

  get(name: string): string | null {
    const value = this.#req.headers[name];
    return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
  }

  has(name: string): boolean {
    return this.#req.headers[name] !== undefined;
  }

  get buyer(): Leaving {
    return leavingOf(this.#res);
  }

  get body(): ReadableStream<Uint8Array> {
    const req = this.#req;
    return Readable.isDisturbed(req) ? unreadable() : (Readable.toWeb(req) as ReadableStream<Uint8Array>);
  }

  get connection(): Connection {
    const {socket, url} = this.#req;
    return {remoteAddress: socket.remoteAddress, target: url};
  }
}

function leavingOf(res: ServerResponse): Leaving {
  return {
    get aborted() {
      return res.destroyed;
    },
    addEventListener: (_, listener) => void res.on('close', listener),
    removeEventListener: (_, listener) => void res.off('close', listener),
  };
}

/** In place of a body that something in front of the proxy has read already. */
function unreadable(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: controller => controller.error(new TypeError('The body was read before')),
  });
}
