import {type ClientSignal, withoutEarlyAbort} from '../core/client-signal.js';
import {toProxyError} from '../core/errors.js';
import type {EventStreamBody, StreamSource} from '../core/event-stream.js';
import {createMask, type Mask} from '../core/mask.js';
import type {Context, Handler} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {ProxyResponse} from '../core/response.js';
import {maxResponseSize, routeRules} from '../core/route-rules.js';
import {type Deadline, withDeadline} from '../core/timeouts.js';
import type {StreamOpener, UpstreamClient} from '../core/upstream-client.js';
import {EventRelay} from './event-relay.js';
import {fetchClient, fetchStreamOpener} from './fetch-client.js';
import {upstreamRequest} from './request.js';
import {type ReadOptions, readResponse, throwStreamRefusal} from './response.js';
import {createEventSigner} from './sign-event.js';

/**
 * Creates the final handler, which sends the request to the API. Uses the platform's own client, unless the partner has
 * set `fetch`. Throws a `ProxyError` for everything that is not a response of the API.
 */
export function createFetchUpstream(settings: Settings): Handler {
  const client = fetchClient(settings.fetch);
  const opener = fetchStreamOpener(settings.fetch);
  const mask = createMask([settings.partnerId, ...(settings.secrets ?? [])]);
  return context => {
    const {route, request} = context;
    const own = settings.hasOwnFetch ? undefined : request;
    const tools = {settings, mask};
    return route === 'subscribeOrder'
      ? openStream(context, tools, own?.openStream ?? opener)
      : send(context, tools, own?.upstreamClient ?? client);
  };
}

interface Tools {
  readonly settings: Settings;
  readonly mask: Mask;
}

function readOptions({route}: Context, {settings, mask}: Tools): ReadOptions {
  return {now: settings.now(), maxBytes: maxResponseSize(route), mask};
}

async function send(context: Context, tools: Tools, client: UpstreamClient): Promise<ProxyResponse> {
  const {settings} = tools;
  const {timeouts} = settings;
  // Only a validation ends with its client: an aborted order may have been created all the same, and others may wait for
  // a read.
  const endsWithClient = context.route === 'validateOrder';
  const signal = endsWithClient ? withoutEarlyAbort(context.request.signal, settings.now) : undefined;
  return withDeadline(timeouts[routeRules[context.route].timeout], signal, async deadline => {
    const step = stepsFor(context, deadline);
    try {
      step(timeouts.headers);
      const options = {signal: deadline.signal, connect: timeouts.connect};
      const response = await client(upstreamRequest(context, settings), options);
      const onBytes = () => step(timeouts.stall);
      onBytes();
      return await readResponse(response, {...readOptions(context, tools), onBytes});
    } catch (error) {
      throw toProxyError(error);
    }
  });
}

/** Returns the step deadlines of a read. An order has none, because giving up early leaves unknown what became of it. */
function stepsFor({request: {method}}: Context, {step}: Deadline): Deadline['step'] {
  return method === 'GET' ? step : () => {};
}

async function openStream(context: Context, tools: Tools, open: StreamOpener): Promise<ProxyResponse> {
  const {timeouts, now, secrets} = tools.settings;
  const source = await withDeadline(timeouts.stream, context.request.signal, ({signal}) =>
    openSource(context, tools, open, signal),
  );
  const {signedOrderId = '', parameters, onStreamEnd = () => {}} = context;
  const ids = {orderId: parameters.orderId ?? '', signedOrderId, isWithheld: secrets !== undefined};
  const body: EventStreamBody = new EventRelay(source, {
    transform: createEventSigner(ids, tools.mask),
    heartbeat: timeouts.heartbeat,
    now,
    onEnd: onStreamEnd,
  });
  const headers = ['connection', 'keep-alive', 'x-accel-buffering', 'no'];
  return {status: 200, type: 'text/event-stream', headers, body};
}

async function openSource(
  context: Context,
  tools: Tools,
  open: StreamOpener,
  signal: ClientSignal,
): Promise<StreamSource> {
  try {
    const result = await open(upstreamRequest(context, tools.settings), signal);
    if ('refusal' in result) return await throwStreamRefusal(result.refusal, readOptions(context, tools));
    if (signal.aborted) result.source.destroy();
    return result.source;
  } catch (error) {
    throw toProxyError(error);
  }
}
