import type {ServerResponse} from 'node:http';
import {Readable} from 'node:stream';
import type {ClientSignal} from '../core/client-signal.js';
import type {Connection, ProxyRequest} from '../core/request.js';
import type {StreamOpener, UpstreamClient} from '../core/upstream-client.js';
import type {NodeRequest} from './node-request.js';

export interface NodeUpstream {
  readonly openStream: StreamOpener;
  readonly upstreamClient: UpstreamClient;
}

/** Adapts Node's own request. Parts that few routes need are made by getters. */
export class NodeProxyRequest implements ProxyRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly openStream: StreamOpener;
  readonly upstreamClient: UpstreamClient;
  readonly #req: NodeRequest;
  readonly #res: ServerResponse;

  constructor(req: NodeRequest, res: ServerResponse, {openStream, upstreamClient}: NodeUpstream) {
    const {url = '/', method = 'GET'} = req;
    const at = url.indexOf('?');
    this.method = method;
    this.path = at < 0 ? url : url.slice(0, at);
    this.query = at < 0 ? '' : url.slice(at + 1);
    this.openStream = openStream;
    this.upstreamClient = upstreamClient;
    this.#req = req;
    this.#res = res;
  }

  get origin(): string {
    const {headers, socket} = this.#req;
    const scheme = 'encrypted' in socket ? 'https' : 'http';
    return `${scheme}://${headers.host ?? headers[':authority'] ?? 'localhost'}`;
  }

  /** Returns the request itself, which has `get` and `has`. */
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

  get signal(): ClientSignal {
    return signalOf(this.#res);
  }

  get body(): ReadableStream<Uint8Array> {
    const req = this.#req;
    // What a framework leaves in `body` of a request that it has not read is no body.
    if (!isRead(req)) return Readable.toWeb(req) as ReadableStream<Uint8Array>;
    const given = bodyOf(req);
    return given === undefined ? unreadable() : streamOf(given);
  }

  get connection(): Connection {
    const {socket, url} = this.#req;
    return {remoteAddress: socket.remoteAddress, target: url};
  }
}

/** Returns whether something has read the request, or it is no stream, as with adapters of serverless platforms. */
function isRead(req: NodeRequest): boolean {
  return !(req instanceof Readable) || Readable.isDisturbed(req);
}

/** Returns the bytes of the body that a framework has read; `undefined` if it left none. */
function bodyOf({rawBody, body}: NodeRequest): Uint8Array | undefined {
  for (const given of [rawBody, body]) {
    if (given instanceof Uint8Array) return given;
    if (typeof given === 'string') return new TextEncoder().encode(given);
  }
  return typeof body === 'object' && body !== null
    ? new TextEncoder().encode(JSON.stringify(body))
    : undefined;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function signalOf(res: ServerResponse): ClientSignal {
  return {
    get aborted() {
      return res.destroyed;
    },
    addEventListener: (_, listener) => void res.on('close', listener),
    removeEventListener: (_, listener) => void res.off('close', listener),
  };
}

/** Returns a body that fails, for a request that something in front of the proxy has read already. */
function unreadable(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: controller => controller.error(new TypeError('The body was read before')),
  });
}
