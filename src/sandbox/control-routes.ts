import {failure, json} from './answer.js';
import {isRecord} from './basket.js';
import type {Catalogue} from './catalogue/catalogue.js';
import type {Clock} from './clock.js';
import {type ControlAction, controlActions, readState} from './control.js';
import {type FaultQueue, readFault} from './faults.js';
import {codeImage} from './image.js';
import {logo} from './logo.js';
import {orderWire} from './order-wire.js';
import type {OrderBook} from './orders.js';
import {scenarios} from './scenarios.js';

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
    if (!order) return failure(404, 'ORDER_NOT_FOUND', 'There is no such order.');
    if (action === 'state') {
      const state = readState(await bodyOf(request));
      if (typeof state === 'string') return failure(400, 'INVALID_REQUEST', state);
      const changed = book.put(order, state);
      return json(orderWire(changed, book.mark(changed)));
    }
    if (!isAction(action)) {
      return failure(404, 'UNKNOWN_ACTION', `The actions are ${controlActions.join(', ')}, state.`);
    }
    const changed = book.apply(order, action);
    return typeof changed === 'string'
      ? failure(409, 'CONFLICT', changed)
      : json(orderWire(changed, book.mark(changed)));
  };

  return async function control(request: Request, url: URL): Promise<Response | undefined> {
    const path = /^.*?\/sandbox\/(.+)$/.exec(url.pathname)?.[1];
    if (path === undefined) return undefined;
    const [, slug] = /^logos\/(.+?)(?:_500x318|_300x190)?\.(?:webp|jpg|svg)$/.exec(path) ?? [];
    if (slug)
      return logo(catalogue, decodeURIComponent(slug)) ?? failure(404, 'NOT_FOUND', 'There is no such logo.');
    const [, image] = /^images\/(.+)\.svg$/.exec(path) ?? [];
    if (image) return codeImage(image);
    const [, orderId, action] = /^orders\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (orderId && action) {
      return request.method === 'POST' ? act(decodeURIComponent(orderId), action, request) : wrongMethod();
    }
    switch (`${request.method} ${path}`) {
      case 'GET orders':
        return json(book.list().map(order => orderWire(order, book.mark(order))));
      case 'GET scenarios':
        return json(scenarios);
      case 'GET faults':
        return json(faults.list());
      case 'DELETE faults':
        faults.clear();
        return json([]);
      case 'POST faults': {
        const fault = readFault(await bodyOf(request));
        if (typeof fault === 'string') return failure(400, 'INVALID_REQUEST', fault);
        faults.add(fault);
        return json(faults.list());
      }
      case 'GET clock':
        return json({now: clock.now()});
      case 'POST clock': {
        const body = await bodyOf(request);
        const milliseconds = isRecord(body) ? Number(body.milliseconds) : Number.NaN;
        if (!Number.isInteger(milliseconds) || milliseconds < 0)
          return failure(400, 'INVALID_REQUEST', 'milliseconds must be a whole number, 0 or more.');
        clock.pass(milliseconds);
        book.announce();
        return json({now: clock.now()});
      }
      case 'POST reset':
        reset();
        return json([]);
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
  return failure(405, 'METHOD_NOT_ALLOWED', 'Actions are sent with POST.');
}
