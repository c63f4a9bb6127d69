import type {Catalogue} from '../catalogue/catalogue.js';
import type {FaultQueue} from '../faults/fault-queue.js';
import {readFault} from '../faults/read-fault.js';
import type {OrderBook} from '../orders/order-book.js';
import {currentOrderJson} from '../orders/order-json.js';
import {scenarios} from '../scenarios/scenarios.js';
import type {Clock} from '../support/clock.js';
import {isCount, isRecord, readJson} from '../support/json-values.js';
import {errorResponse, jsonResponse} from '../support/responses.js';
import {imageResponse} from './images.js';
import {controlOrder} from './order-control.js';

export interface ControlContext {
  readonly catalogue: Catalogue;
  readonly book: OrderBook;
  readonly faults: FaultQueue;
  readonly clock: Clock;
  readonly reset: () => void;
}

type ControlHandler = (request: Request) => Response | Promise<Response>;

/**
 * Returns a function that answers the routes below `/sandbox/`, which need no headers; `undefined` for any other request.
 * To add a route, add a row.
 */
export function createControlRoutes(context: ControlContext) {
  const {catalogue, book, faults, clock, reset} = context;
  const handlers: Readonly<Record<string, ControlHandler>> = {
    'GET orders': () => jsonResponse(book.list().map(order => currentOrderJson(book, order))),
    'GET scenarios': () => jsonResponse(scenarios),
    'GET faults': () => jsonResponse(faults.list()),
    'DELETE faults'() {
      faults.clear();
      return jsonResponse([]);
    },
    async 'POST faults'(request) {
      const fault = readFault(await readJson(request));
      if (typeof fault === 'string') return invalid(fault);
      faults.add(fault);
      return jsonResponse(faults.list());
    },
    'GET clock': () => jsonResponse({now: clock.now()}),
    async 'POST clock'(request) {
      const body = await readJson(request);
      const milliseconds = isRecord(body) ? Number(body.milliseconds) : Number.NaN;
      if (!isCount(milliseconds)) return invalid('milliseconds must be a whole number, 0 or more.');
      clock.pass(milliseconds);
      book.announce();
      return jsonResponse({now: clock.now()});
    },
    'POST reset'() {
      reset();
      return jsonResponse([]);
    },
  };

  return async function control(request: Request, url: URL): Promise<Response | undefined> {
    const path = /^.*?\/sandbox\/(.+)$/.exec(url.pathname)?.[1];
    if (path === undefined) return undefined;
    const image = imageResponse(catalogue, path);
    if (image) return image;
    const [, orderId, action] = /^orders\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (orderId && action) return controlOrder(book, decodeURIComponent(orderId), action, request);
    const key = `${request.method} ${path}`;
    return Object.hasOwn(handlers, key) ? handlers[key]?.(request) : undefined;
  };
}

function invalid(message: string): Response {
  return errorResponse(400, 'INVALID_REQUEST', message);
}
