import {type Answer, ProxyError} from '../core/errors.js';
import type {EventTap} from '../core/event-stream.js';
import type {Call, Next} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {routeRules} from '../core/route-rules.js';
import {isOrder, type OrderHandles, withOrderHandle} from '../core/signed-order-id.js';
import {type Deadline, withDeadline} from '../core/timeouts.js';
import {type ApiClient, clientOf, responseOf} from '../core/upstream-client.js';
import {EventRelay} from './event-relay.js';
import {openByFetch} from './open-stream.js';
import {apiRequest} from './request.js';
import {apiAnswer, refusedStream} from './response.js';
import type {Rewrite} from './rewrite-event.js';
import {unreachableBy} from './unreachable.js';

/** The last step: asks the API, and throws a `ProxyError` for everything that is not an answer of its. */
export function createAskApi(settings: Settings, handles: OrderHandles): Next {
  const byFetch = clientOf(settings.fetch);
  return function askApi(call) {
    if (call.route === 'subscribeOrder') return openStream(call, settings, handles);
    return askOnce(call, settings, (!settings.hasOwnFetch && call.request.client) || byFetch);
  };
}

async function askOnce(call: Call, settings: Settings, client: ApiClient): Promise<Answer> {
  const {timeouts, now} = settings;
  // An order that is on its way is not called back: whether it still arrives could not be known. And others may wait for
  // what is read.
  const buyer = call.route === 'validateOrder' ? call.request.buyer : undefined;
  return withDeadline(timeouts[routeRules[call.route].timeout], buyer, deadline =>
    reach(async () => {
      const {signal} = deadline;
      const step = stepsOf(call, deadline);
      step(timeouts.headers);
      const response = await client(apiRequest(call, settings), {signal, connect: timeouts.connect});
      const stalls = () => step(timeouts.stall);
      stalls();
      return apiAnswer(response, now(), stalls);
    }),
  );
}

/** Steps are for what is only read: of an order that is given up early nobody knows what became of it. */
function stepsOf({request: {method}}: Call, {step}: Deadline): Deadline['step'] {
  return method === 'GET' ? step : () => {};
}

async function openStream(call: Call, settings: Settings, handles: OrderHandles): Promise<Answer> {
  const tap = await withDeadline(settings.timeouts.stream, call.request.buyer, ({signal}) =>
    reach(() => openTap(call, settings, signal)),
  );
  const body = new EventRelay(tap, {
    rewrite: withHandles(call, handles),
    heartbeat: settings.timeouts.heartbeat,
    now: settings.now,
    leave: call.leave ?? (() => {}),
  });
  const headers = {
    'content-type': 'text/event-stream',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  };
  return {status: 200, headers, body};
}

/** The handle that the browser has is known; that of another order would have to be signed. */
function withHandles({handle, parameters: {orderId}}: Call, {sign}: OrderHandles): Rewrite {
  return json => {
    if (!isOrder(json)) return json;
    const isAsked = String(json.order_id) === orderId;
    return isAsked && handle ? {...json, order_id: handle} : withOrderHandle(json, sign);
  };
}

/** By the platform's own means, unless the partner has chosen a `fetch`. */
async function openTap(call: Call, settings: Settings, signal: AbortSignal): Promise<EventTap> {
  const {fetch, hasOwnFetch} = settings;
  const open = (!hasOwnFetch && call.request.openEvents) || openByFetch(fetch);
  const opened = await open(apiRequest(call, settings), signal);
  if (signal.aborted && 'tap' in opened) opened.tap.destroy();
  return 'tap' in opened ? opened.tap : await refusedStream(responseOf(opened.refusal), settings.now());
}

/** Whatever goes wrong on the way is an API that cannot be reached. */
async function reach<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProxyError ? error : unreachableBy(error);
  }
}
