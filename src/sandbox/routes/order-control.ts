import {controlActions, isControlAction} from '../orders/control-actions.js';
import type {OrderBook} from '../orders/order-book.js';
import {currentOrderJson} from '../orders/order-json.js';
import {readStateChange} from '../orders/state-change.js';
import {readJson} from '../support/json-values.js';
import {errorResponse, jsonResponse} from '../support/responses.js';
import {unknownOrder} from './order-routes.js';

/** Answers `/sandbox/orders/{id}/{action}`. */
export async function controlOrder(
  book: OrderBook,
  orderId: string,
  action: string,
  request: Request,
): Promise<Response> {
  if (request.method !== 'POST')
    return errorResponse(405, 'METHOD_NOT_ALLOWED', 'Actions are sent with POST.');
  // A proxy may have signed the id by appending a dot and a signature.
  const order = book.find(orderId.split('.')[0] ?? '');
  if (!order) return unknownOrder();
  if (action === 'state') {
    const state = readStateChange(await readJson(request));
    if (typeof state === 'string') return errorResponse(400, 'INVALID_REQUEST', state);
    return jsonResponse(currentOrderJson(book, book.put(order, state)));
  }
  if (!isControlAction(action)) {
    return errorResponse(404, 'UNKNOWN_ACTION', `The actions are ${controlActions.join(', ')}, state.`);
  }
  const changed = book.apply(order, action);
  return typeof changed === 'string'
    ? errorResponse(409, 'CONFLICT', changed)
    : jsonResponse(currentOrderJson(book, changed));
}
