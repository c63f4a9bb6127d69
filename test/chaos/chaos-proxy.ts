import {createServer, type IncomingMessage, type ServerResponse, request as sendRequest} from 'node:http';
import type {AddressInfo} from 'node:net';
import {pipeline} from 'node:stream';
import type {RouteName} from '../../src/routes.js';
import {matchRoute} from '../../src/sandbox/routes/match-route.js';
import {befallen, type ChaosRequest, type Fault, type Mishap} from './mishap.js';
import {type ChaosTime, scaledTime} from './time.js';

export interface ChaosOptions {
  /** Base URL of the server behind it. */
  readonly target: string;
  readonly faults?: readonly Fault[];
  readonly time?: ChaosTime;
  /** Milliseconds after which it ends by itself, on the wall's clock. Default: ten minutes. */
  readonly limit?: number;
}

/** Describes a request that arrived; `at` is in milliseconds of the story since 1970. */
export interface SeenRequest {
  readonly route: RouteName | 'page';
  readonly at: number;
}

export interface ChaosProxy {
  /** Base address, without a slash at the end. */
  readonly url: string;
  /** All requests so far, without refused connections, which never arrive. */
  readonly seen: readonly SeenRequest[];
  /** Number of event streams that are open to the browser. */
  readonly openStreams: number;
  /** Replaces the faults, and restarts the counts of requests. */
  setFaults(faults: readonly Fault[]): void;
  /** Holds back the next request of a route before it reaches the target, or its response, until released. */
  hold(route: RouteName, what: 'request' | 'answer'): Hold;
  /** Breaks every connection, like a device that falls asleep. */
  dropConnections(): void;
  close(): Promise<void>;
}

export interface Hold {
  /** Resolves when the request has arrived; for a response: when the target has responded. */
  readonly reached: Promise<void>;
  release(): void;
}

interface Held extends Hold {
  readonly route: RouteName;
  readonly what: 'request' | 'answer';
  readonly released: Promise<void>;
  reach(): void;
}

/** Starts an HTTP proxy that applies faults to requests, one after the other in the order of the list. */
export async function startChaos(options: ChaosOptions): Promise<ChaosProxy> {
  const {target, time = scaledTime(), limit = 600_000} = options;
  let faults = options.faults ?? [];
  const counts = new Map<string, number>();
  const seen: SeenRequest[] = [];
  const holds: Held[] = [];
  const streams = new Set<ServerResponse>();
  const server = createServer((req, res) => void serve(req, res));
  let stopReturn = () => {};
  let isClosed = false;

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const {port} = server.address() as AddressInfo;
  const end = setTimeout(() => void close(), limit);
  end.unref();

  function arrival(req: IncomingMessage): ChaosRequest {
    const route = matchRoute(req.method ?? 'GET', pathOf(req))?.name ?? 'page';
    const nth = (counts.get(route) ?? 0) + 1;
    counts.set(route, nth);
    seen.push({route, at: time.now()});
    return {route, nth};
  }

  async function serve(req: IncomingMessage, res: ServerResponse) {
    const request = arrival(req);
    // Closes each connection: browsers silently repeat a request that was lost on a reused one.
    res.shouldKeepAlive = false;
    if (request.route === 'subscribeOrder') {
      streams.add(res);
      res.once('close', () => streams.delete(res));
    }
    const mishaps = befallen(faults, request);
    await takeHold(request, 'request');
    if (res.destroyed) return;
    const [first] = mishaps;
    switch (first?.type) {
      case 'hang':
        return;
      case 'away':
        return goAway(first.milliseconds);
      case 'answer':
        return void res
          .writeHead(first.status, {'cache-control': 'no-store', ...first.headers})
          .end(first.body);
      case undefined:
      case 'lose':
      case 'late':
      case 'pipe':
        return pass(req, res, {request, mishaps});
    }
  }

  function pass(
    req: IncomingMessage,
    res: ServerResponse,
    {request, mishaps}: {request: ChaosRequest; mishaps: readonly Mishap[]},
  ) {
    const headers = {...req.headers, 'accept-encoding': 'identity'};
    const upstream = sendRequest(target + (req.url ?? '/'), {method: req.method, headers}, answer => {
      void (async () => {
        await takeHold(request, 'answer');
        for (const mishap of mishaps) if (mishap.type === 'late') await wait(mishap.milliseconds);
        if (mishaps.some(({type}) => type === 'lose')) {
          answer.resume();
          return void res.destroy();
        }
        relay(answer, res, mishaps);
      })();
    });
    upstream.once('error', () => res.destroy());
    // Only reads are cancelled: a real proxy on the way has already forwarded anything else.
    if (req.method === 'GET') res.once('close', () => upstream.destroy());
    req.pipe(upstream);
  }

  function relay(answer: IncomingMessage, res: ServerResponse, mishaps: readonly Mishap[]) {
    const pipes = mishaps.flatMap(mishap => (mishap.type === 'pipe' ? [mishap] : []));
    const {connection: _, 'transfer-encoding': __, 'content-length': size, ...headers} = answer.headers;
    const length = pipes.length === 0 && size !== undefined ? {'content-length': size} : {};
    res.writeHead(
      answer.statusCode ?? 502,
      Object.assign(headers, length, ...pipes.map(pipe => pipe.headers)),
    );
    if (!pipes.some(pipe => pipe.holdsHeaders)) res.flushHeaders();
    pipeline([answer, ...pipes.map(({pipe}) => pipe(time)), res], () => {});
  }

  async function takeHold({route}: ChaosRequest, what: Held['what']) {
    const index = holds.findIndex(hold => hold.route === route && hold.what === what);
    if (index < 0) return;
    const [hold] = holds.splice(index, 1);
    hold?.reach();
    await hold?.released;
  }

  function wait(milliseconds: number): Promise<void> {
    return new Promise(resolve => void time.after(milliseconds, resolve));
  }

  function goAway(milliseconds: number) {
    server.close();
    server.closeAllConnections();
    stopReturn();
    stopReturn = time.after(milliseconds, () => {
      if (!isClosed) listen(port).catch(() => {});
    });
  }

  async function close() {
    if (isClosed) return;
    isClosed = true;
    clearTimeout(end);
    stopReturn();
    for (const hold of holds) hold.release();
    const closed = new Promise<void>(resolve =>
      server.listening ? server.close(() => resolve()) : resolve(),
    );
    server.closeAllConnections();
    await closed;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    get openStreams() {
      return streams.size;
    },
    setFaults(next) {
      faults = next;
      counts.clear();
    },
    hold(route, what) {
      let reach = () => {};
      let release = () => {};
      const reached = new Promise<void>(resolve => {
        reach = resolve;
      });
      const released = new Promise<void>(resolve => {
        release = resolve;
      });
      holds.push({route, what, reached, released, reach, release});
      return {reached, release};
    },
    dropConnections: () => server.closeAllConnections(),
    close,
  };
}

function pathOf(req: IncomingMessage): string {
  return new URL(req.url ?? '/', 'http://localhost').pathname;
}
