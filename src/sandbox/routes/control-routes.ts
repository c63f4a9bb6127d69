import type {Catalogue} from '../catalogue/catalogue.js';
import {logo} from '../catalogue/logo/brand-logo.js';
import {type FaultQueue, readFault} from '../faults/fault.js';
import {codeImage} from '../orders/code-image.js';
import {type ControlAction, controlActions, readState} from '../orders/control-actions.js';
import type {OrderBook} from '../orders/order-book.js';
import {orderJson} from '../orders/order-json.js';
import {isRecord} from '../orders/order-request.js';
import {scenarios} from '../scenarios/scenarios.js';
import type {Clock} from '../support/clock.js';
import {errorResponse, jsonResponse} from '../support/responses.js';

export interface ControlContext {
  readonly catalogue: Catalogue;
  readonly book: OrderBook;
  readonly faults: FaultQueue;
  readonly clock: Clock;
  readonly reset: () => void;
}

/** The routes below `/sandbox/`, which need no headers; `undefined` for a request that is not one of theirs. */
export function createControlRoutes({catalogue, book, faults, clock, reset}: ControlContext) {
  const act = async (orderId: string, action: string, request: Request): Promise<Response> => {
    // A proxy may have signed the id by adding a dot and a signature.
    const order = book.find(orderId.split('.')[0] ?? '');
    if (!order) return errorResponse(404, 'ORDER_NOT_FOUND', 'There is no such order.');
    if (action === 'state') {
      const state = readState(await bodyOf(request));
      if (typeof state === 'string') return errorResponse(400, 'INVALID_REQUEST', state);
      const changed = book.put(order, state);
      return jsonResponse(orderJson(changed, book.mark(changed)));
    }
    if (!isAction(action)) {
      return errorResponse(404, 'UNKNOWN_ACTION', `The actions are ${controlActions.join(', ')}, state.`);
    }
    const changed = book.apply(order, action);
    return typeof changed === 'string'
      ? errorResponse(409, 'CONFLICT', changed)
      : jsonResponse(orderJson(changed, book.mark(changed)));
  };

  return async function control(request: Request, url: URL): Promise<Response | undefined> {
    const path = /^.*?\/sandbox\/(.+)$/.exec(url.pathname)?.[1];
    if (path === undefined) return undefined;
    const [, slug] = /^logos\/(.+?)(?:_500x318|_300x190)?\.(?:webp|jpg|svg)$/.exec(path) ?? [];
    if (slug)
      return (
        logo(catalogue, decodeURIComponent(slug)) ?? errorResponse(404, 'NOT_FOUND', 'There is no such logo.')
      );
    const [, image] = /^images\/(.+)\.svg$/.exec(path) ?? [];
    if (image) return codeImage(image);
    const [, orderId, action] = /^orders\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (orderId && action) {
      return request.method === 'POST' ? act(decodeURIComponent(orderId), action, request) : wrongMethod();
    }
    switch (`${request.method} ${path}`) {
      case 'GET orders':
        return jsonResponse(book.list().map(order => orderJson(order, book.mark(order))));
      case 'GET scenarios':
        return jsonResponse(scenarios);
      case 'GET faults':
        return jsonResponse(faults.list());
      case 'DELETE faults':
        faults.clear();
        return jsonResponse([]);
      case 'POST faults': {
        const fault = readFault(await bodyOf(request));
        if (typeof fault === 'string') return errorResponse(400, 'INVALID_REQUEST', fault);
        faults.add(fault);
        return jsonResponse(faults.list());
      }
      case 'GET clock':
        return jsonResponse({now: clock.now()});
      case 'POST clock': {
        const body = await bodyOf(request);
        const milliseconds = isRecord(body) ? Number(body.milliseconds) : Number.NaN;
        if (!Number.isInteger(milliseconds) || milliseconds < 0)
          return errorResponse(400, 'INVALID_REQUEST', 'milliseconds must be a whole number, 0 or more.');
        clock.pass(milliseconds);
        book.announce();
        return jsonResponse({now: clock.now()});
      }
      case 'POST reset':
        reset();
        return jsonResponse([]);
      default:
        return undefined;
    }
  };
}

function isAction(text: string): text is ControlAction {
  return controlActions.some(action => action === text);
}

const bodyOf = (request: Request): Promise<unknown> => request.json().catch(() => undefined);

function wrongMethod(): Response {
  return errorResponse(405, 'METHOD_NOT_ALLOWED', 'Actions are sent with POST.');
}
