import {apiAnswer, refusedStream} from './api-answer.js';
import {apiHeaders, apiRequest, apiUrl} from './api-request.js';
import type {Call, Next} from './call.js';
import {withDeadline} from './deadline.js';
import type {EventTap} from './event-pipe.js';
import {openByFetch} from './open-events.js';
import type {Settings} from './options.js';
import {isOrder, type OrderHandles, withOrderHandle} from './order-handle.js';
import {type Answer, ProxyError} from './proxy-error.js';
import {EventRelay} from './relay-events.js';
import type {Rewrite} from './rewrite-event.js';
import {routeRules} from './route-rules.js';

/** The last step: asks the API, and throws a `ProxyError` for everything that is not an answer of its. */
export function createAskApi(settings: Settings, handles: OrderHandles): Next {
  return function askApi(call) {
    return call.route === 'subscribeOrder' ? openStream(call, settings, handles) : askOnce(call, settings);
  };
}

async function askOnce(call: Call, settings: Settings): Promise<Answer> {
  // An order that is on its way is not called back: whether it still arrives could not be known. And others may wait for
  // what is read.
  const buyer = call.route === 'validateOrder' ? call.request.buyer : undefined;
  return withDeadline(settings.timeouts[routeRules[call.route].timeout], buyer, signal =>
    reach(async () => apiAnswer(await settings.fetch(apiRequest(call, settings, signal)), settings.now())),
  );
}

async function openStream(call: Call, settings: Settings, handles: OrderHandles): Promise<Answer> {
  const tap = await withDeadline(settings.timeouts.stream, call.request.buyer, within =>
    reach(() => openTap(call, settings, within)),
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
  const opened = await open({url: apiUrl(call, settings), headers: apiHeaders(call, settings)}, signal);
  if (signal.aborted && 'tap' in opened) opened.tap.destroy();
  return 'tap' in opened ? opened.tap : await refusedStream(opened.refusal, settings.now());
}

/** Whatever goes wrong on the way is an API that cannot be reached. */
async function reach<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProxyError ? error : unreachable(error);
  }
}

/** Failures before anything was sent, as Node names them; of any other it cannot be said what the API got. */
const nothingSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

function unreachable(error: unknown): ProxyError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return new ProxyError(502, 'api_unreachable', 'The API cannot be reached', {
    mayHaveActed: !nothingSent.test(code),
  });
}
