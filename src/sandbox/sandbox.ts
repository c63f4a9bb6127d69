import {type CatalogueOptions, createCatalogue} from './catalogue/catalogue.js';
import {applyFault} from './faults/apply-fault.js';
import {type Fault, isStreamFault} from './faults/fault.js';
import {createFaultQueue} from './faults/fault-queue.js';
import type {ControlAction} from './orders/control-actions.js';
import {createOrderBook} from './orders/order-book.js';
import {createOrderDesk} from './orders/order-desk.js';
import {currentOrderJson, type OrderJson} from './orders/order-json.js';
import {readOrderRequest} from './orders/order-request.js';
import type {ApiRoutes} from './routes/api-route.js';
import {createCatalogueRoutes} from './routes/catalogue-routes.js';
import {createControlRoutes} from './routes/control-routes.js';
import {matchRoute} from './routes/match-route.js';
import {createOrderRoutes} from './routes/order-routes.js';
import {createClock} from './support/clock.js';
import {isRecord} from './support/json-values.js';
import {errorResponse} from './support/responses.js';
import {type Repeat, repeatByInterval, type Sleep, sleepByTimeout} from './support/timers.js';
import {defaultOrigin, toRequest} from './support/to-request.js';

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
   * Default: the few dozen brands that are written by hand.
   */
  readonly catalogue?: CatalogueOptions;
  /**
   * Refuse requests to the API without `X-Cr-Application` and `X-Cr-Version`. Default: `true`, but `false` in a page,
   * where the sandbox also stands in for the partner's proxy, which adds them.
   */
  readonly requireHeaders?: boolean;
  /** Polls the clock for the event stream. Default: `setInterval`. */
  readonly repeat?: Repeat;
  /** Waits for the `delay` fault. Default: `setTimeout`. */
  readonly sleep?: Sleep;
}

/** Plays the API, as a handler of requests and as a `fetch`. */
export interface Sandbox {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Removes orders, faults and the time that was let pass; ids start anew. */
  reset(): void;
  /** Applies a control action and returns the order. Throws an `Error` when there is no such order or it cannot change so. */
  control(orderId: string, action: ControlAction): OrderJson;
  /** Returns the milliseconds since the epoch on the sandbox's clock; a proxy can use it as its own clock. */
  now(): number;
  /** Lets milliseconds pass on the sandbox's clock; streams send at once what changes. Throws a `RangeError`. */
  pass(milliseconds: number): void;
  /** Returns all orders, the newest first. */
  orders(): OrderJson[];
  /** Makes the next requests go wrong. */
  fault(fault: Fault): void;
  clearFaults(): void;
}

/**
 * Creates a sandbox of the Cryptorefills API: an invented catalogue, quotes, orders that change with the clock, an event
 * stream, and control routes below `/sandbox/`. The same seed, clock and requests give the same responses.
 *
 * A prefix before the API's paths is ignored (`/api/v2/brands`), so that a page can use the sandbox as its `fetch`. Throws a
 * `TypeError` for invalid `orders` or `catalogue`.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {seed = 1, orders = [], repeat = repeatByInterval, sleep = sleepByTimeout} = options;
  const {requireHeaders = !('document' in globalThis)} = options;
  const catalogue = createCatalogue(seed, options.catalogue);
  const clock = createClock(options.now ?? Date.now);
  const {now} = clock;
  const book = createOrderBook(now);
  const desk = createOrderDesk({catalogue, book, seed, now});
  const faults = createFaultQueue(now);
  const api: ApiRoutes = {
    ...createCatalogueRoutes(catalogue),
    ...createOrderRoutes({book, desk, now, repeat, isIdempotent: !requireHeaders}),
  };
  const control = createControlRoutes({catalogue, book, faults, clock, reset});
  reset();

  function reset(): void {
    book.clear();
    desk.clear();
    faults.clear();
    clock.reset();
    for (const body of orders) placeGiven(body);
  }

  function placeGiven(body: unknown): void {
    const request = readOrderRequest(body);
    if (typeof request === 'string') throw new TypeError(`An order of the sandbox: ${request}`);
    const id = isRecord(body) && typeof body.order_id === 'string' ? body.order_id.toLowerCase() : undefined;
    const order = desk.place(request, {origin: defaultOrigin, id});
    if (order instanceof Response) throw new TypeError('An order of the sandbox has problems.');
  }

  async function sandbox(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = toRequest(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const response = (await control(request, url)) ?? (await answer(request, url));
    response.headers.set('Date', new Date(now()).toUTCString());
    return response;
  }

  async function answer(request: Request, url: URL): Promise<Response> {
    const match = matchRoute(request.method, url.pathname);
    if (!match)
      return errorResponse(404, 'NOT_FOUND', `The sandbox has no ${request.method} ${url.pathname}.`);
    const missing = requireHeaders && requiredHeaders.find(name => !request.headers.get(name));
    if (missing) return errorResponse(401, 'UNAUTHORIZED', `The header ${missing} is missing.`);
    const {name, parameters} = match;
    const fault = faults.take(name);
    const streamFault = fault && isStreamFault(fault) ? fault : undefined;
    const respond = async () => api[name]({request, url, parameters, fault: streamFault});
    return fault ? applyFault(fault, {respond, signal: request.signal, sleep, now}) : respond();
  }

  return Object.assign(sandbox, {
    reset,
    orders: () => book.list().map(order => currentOrderJson(book, order)),
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
      return currentOrderJson(book, changed);
    },
  });
}

const requiredHeaders = ['X-Cr-Application', 'X-Cr-Version'];
