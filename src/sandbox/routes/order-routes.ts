import type {OrderBook} from '../orders/order-book.js';
import type {OrderDesk} from '../orders/order-desk.js';
import {currentOrderJson} from '../orders/order-json.js';
import {type OrderRequest, readOrderRequest} from '../orders/order-request.js';
import {readJson} from '../support/json-values.js';
import {errorResponse, jsonResponse} from '../support/responses.js';
import type {Repeat} from '../support/timers.js';
import type {ApiRoutes} from './api-route.js';
import {orderStream} from './order-stream.js';

type OrderRoutes = Pick<ApiRoutes, 'validateOrder' | 'createOrder' | 'getOrder' | 'subscribeOrder'>;

export interface OrderRoutesOptions {
  readonly book: OrderBook;
  readonly desk: OrderDesk;
  readonly now: () => number;
  readonly repeat: Repeat;
  /** Creates one order for each `Idempotency-Key` and body, as a proxy does and the API does not. */
  readonly isIdempotent: boolean;
}

export function createOrderRoutes(options: OrderRoutesOptions): OrderRoutes {
  const {book, desk, now, repeat, isIdempotent} = options;
  const keyOf = (headers: Headers, order: OrderRequest) => {
    const key = isIdempotent && headers.get('Idempotency-Key');
    return key ? `${key} ${JSON.stringify(order)}` : undefined;
  };
  return {
    async validateOrder({request}) {
      const order = await readBody(request);
      return order instanceof Response ? order : desk.validate(order);
    },
    async createOrder({request, url}) {
      const body = await readBody(request);
      if (body instanceof Response) return body;
      const key = keyOf(request.headers, body);
      const earlier = key === undefined ? undefined : book.findByKey(key);
      const order = earlier ?? desk.place(body, {origin: url.origin, key});
      return order instanceof Response ? order : jsonResponse(currentOrderJson(book, order), 201);
    },
    getOrder({parameters}) {
      const order = book.find(parameters.orderId ?? '');
      return order ? jsonResponse(currentOrderJson(book, order)) : unknownOrder();
    },
    subscribeOrder({request, parameters, fault}) {
      const order = book.find(parameters.orderId ?? '');
      if (!order) return unknownOrder();
      return new Response(orderStream(book, order.id, {repeat, signal: request.signal, now, fault}), {
        headers: {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform'},
      });
    },
  };
}

export function unknownOrder(): Response {
  return errorResponse(404, 'ORDER_NOT_FOUND', 'There is no such order.');
}

async function readBody(request: Request): Promise<OrderRequest | Response> {
  const order = readOrderRequest(await readJson(request));
  return typeof order === 'string' ? errorResponse(400, 'INVALID_REQUEST', order) : order;
}
