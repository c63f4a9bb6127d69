import {apiAnswer, refusedStream} from './api-answer.js';
import {apiRequest, apiTarget} from './api-request.js';
import type {Call, Next} from './call.js';
import {withDeadline} from './deadline.js';
import {openByFetch, platformFetch} from './fetch-stream.js';
import type {Settings} from './options.js';
import {type OrderHandles, withOrderHandle} from './order-handle.js';
import type {ApiStream} from './platform-stream.js';
import {type Answer, ProxyError} from './proxy-error.js';
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
  const buyer = call.route === 'validateOrder' ? call.request.signal : undefined;
  return withDeadline(settings.timeouts[routeRules[call.route].timeout], buyer, signal =>
    reach(async () =>
      apiAnswer(await settings.fetch(apiRequest(apiTarget(call, settings), signal)), settings.now()),
    ),
  );
}

async function openStream(call: Call, settings: Settings, handles: OrderHandles): Promise<Answer> {
  const leave = new AbortController();
  const signal = AbortSignal.any([call.request.signal, leave.signal]);
  // Who gives a `fetch` wants all that goes to the API to go through it.
  const open = (settings.fetch === platformFetch && call.request.openStream) || openByFetch(settings.fetch);
  let stream: ApiStream;
  try {
    stream = await withDeadline(settings.timeouts.stream, call.request.signal, () =>
      reach(async () => {
        const opened = await open(apiTarget(call, settings), signal);
        return opened.isOpen ? opened : await refusedStream(opened.asResponse(), settings.now());
      }),
    );
  } catch (error) {
    leave.abort();
    throw error;
  }
  const {orderId} = call.parameters;
  const sign = async (id: string) => (id === orderId && call.handle ? call.handle : handles.sign(id));
  const body = stream.passOn({
    rewrite: json => withOrderHandle(json, sign),
    heartbeat: settings.timeouts.heartbeat,
    now: settings.now,
    signal,
    leave: () => leave.abort(),
  });
  return {
    status: 200,
    headers: {'content-type': 'text/event-stream', connection: 'keep-alive', 'x-accel-buffering': 'no'},
    body,
  };
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
