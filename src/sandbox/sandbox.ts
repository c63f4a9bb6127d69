import {type CatalogueOptions, createCatalogue} from './catalogue/catalogue.js';
import {applyFault, type Sleep} from './faults/apply-fault.js';
import {createFaultQueue, type Fault, isStreamFault} from './faults/fault.js';
import type {ControlAction} from './orders/control-actions.js';
import {createOrderBook} from './orders/order-book.js';
import {orderJson} from './orders/order-json.js';
import {isRecord, readOrderRequest} from './orders/order-request.js';
import {placeOrder} from './orders/place-order.js';
import {createPriceDrift} from './orders/price-drift.js';
import {createApiRoutes} from './routes/api-routes.js';
import {createControlRoutes} from './routes/control-routes.js';
import {matchRoute} from './routes/match-route.js';
import type {Repeat} from './routes/order-stream.js';
import {createClock} from './support/clock.js';
import {errorResponse} from './support/responses.js';

export interface SandboxOptions {
  /** Ids and codes follow from it and from counters. Default: 1. */
  readonly seed?: number | string;
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
  /** Orders that exist from the start, as bodies of `POST /v5/orders`; an `order_id` may be added. Default: none. */
  readonly orders?: readonly unknown[];
  /**
   * Fills the listing of one country with invented brands: `{rows: 10_500}`, or `{country: 'NG', rows: 900}`. The rows
   * follow from the seed and have the shapes and proportions of real listings; all that is in stock can be bought.
   * Throws a `TypeError` when it cannot be read. Default: the few dozen brands that are written by hand.
   */
  readonly catalogue?: CatalogueOptions;
  /**
   * Refuse requests to the API without `X-Cr-Application` and `X-Cr-Version`. Default: yes, except in a page, where
   * the sandbox stands for the partner's proxy too and nobody would add them.
   */
  readonly requireHeaders?: boolean;
  /** How the event stream looks at the clock again and again. Default: `setInterval`. */
  readonly repeat?: Repeat;
  /** How the `delay` fault waits. Default: `setTimeout`. */
  readonly sleep?: Sleep;
}

/** Plays the API. It is a handler of requests and a `fetch` alike. */
export interface Sandbox {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** Forgets orders, faults, and time that was let pass; ids begin anew. */
  reset(): void;
  /** Does something to an order by hand and returns its JSON. Throws when there is no such order or no sense in it. */
  control(orderId: string, action: ControlAction): OrderJson;
  /** Milliseconds since the epoch on the sandbox's clock; a proxy in front of it can take it for its own. */
  now(): number;
  /** Lets so many milliseconds pass on the sandbox's clock; streams tell at once what changes. */
  pass(milliseconds: number): void;
  /** All orders as JSON, the newest first. */
  orders(): OrderJson[];
  /** Makes the next requests go wrong. */
  fault(fault: Fault): void;
  clearFaults(): void;
}

/** An order as it stands on the wire. */
export type OrderJson = ReturnType<typeof orderJson>;

/**
 * Makes a pretend Cryptorefills API: an invented catalogue, quotes, orders that move by the clock, an event stream,
 * and levers below `/sandbox/`. The same seed, clock and requests give the same answers.
 *
 * A prefix before the API's paths is ignored (`/api/v2/brands`), so that a page can use the sandbox as its `fetch`.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {seed = 1, orders = [], repeat = everyInterval, sleep = timeout} = options;
  const {requireHeaders = !('document' in globalThis)} = options;
  const catalogue = createCatalogue(seed, options.catalogue);
  const clock = createClock(options.now ?? Date.now);
  const {now} = clock;
  const book = createOrderBook(now);
  const faults = createFaultQueue(now);
  const drift = createPriceDrift();
  const api = createApiRoutes({catalogue, book, seed, now, repeat, drift, isIdempotent: !requireHeaders});

  async function sandbox(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = toRequest(input, init);
    request.signal.throwIfAborted();
    const response = await respond(request);
    response.headers.set('Date', new Date(now()).toUTCString());
    return response;
  }

  async function respond(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const controlled = await control(request, url);
    if (controlled) return controlled;
    const match = matchRoute(request.method, url.pathname);
    if (!match)
      return errorResponse(404, 'NOT_FOUND', `The sandbox has no ${request.method} ${url.pathname}.`);
    const missing = requireHeaders && requiredHeaders.find(name => !request.headers.get(name));
    if (missing) return errorResponse(401, 'UNAUTHORIZED', `The header ${missing} is missing.`);
    const fault = faults.take(match.name);
    const ofStream = fault && isStreamFault(fault) ? fault : undefined;
    const {name, parameters} = match;
    const answer = () => api[name]({request, url, parameters, fault: ofStream});
    return fault ? applyFault(fault, request, {answer, sleep, now}) : answer();
  }

  const placeGiven = (body: unknown) => {
    const basket = readOrderRequest(body);
    if (typeof basket === 'string') throw new TypeError(`An order of the sandbox: ${basket}`);
    const id = isRecord(body) && typeof body.order_id === 'string' ? body.order_id.toLowerCase() : undefined;
    const order = placeOrder({catalogue, book, seed, now, drift}, basket, {origin: anyOrigin, wantedId: id});
    if (order instanceof Response) throw new TypeError('An order of the sandbox has problems.');
  };
  const reset = () => {
    book.clear();
    faults.clear();
    drift.clear();
    clock.reset();
    for (const body of orders) placeGiven(body);
  };
  reset();
  const control = createControlRoutes({catalogue, book, faults, clock, reset});

  const asJson = () => book.list().map(order => orderJson(order, book.mark(order)));
  return Object.assign(sandbox, {
    reset,
    orders: asJson,
    fault: faults.add,
    clearFaults: faults.clear,
    now,
    pass(milliseconds: number) {
      clock.pass(milliseconds);
      book.announce();
    },
    control(orderId: string, action: ControlAction) {
      const order = book.find(orderId);
      if (!order) throw new Error(`The sandbox has no order ${orderId}.`);
      const changed = book.apply(order, action);
      if (typeof changed === 'string') throw new Error(changed);
      return orderJson(changed, book.mark(changed));
    },
  });
}

const anyOrigin = 'http://sandbox.test';
const requiredHeaders = ['X-Cr-Application', 'X-Cr-Version'];

/** Reads what `fetch` reads; a path alone belongs to the page, or to nobody when there is none. */
function toRequest(input: RequestInfo | URL, init: RequestInit | undefined): Request {
  // Left as it is: a server's request may be a stand-in that `new Request` cannot copy.
  if (input instanceof Request && init === undefined) return input;
  if (typeof input !== 'string') return new Request(input, init);
  const base = 'location' in globalThis ? globalThis.location.href : anyOrigin;
  return new Request(new URL(input, base), init);
}

const everyInterval: Repeat = (milliseconds, callback) => {
  const timer = setInterval(callback, milliseconds);
  return () => clearInterval(timer);
};

const timeout: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', giveUp, {once: true});
  });
