import {readBytes} from '../core/read-bytes.js';
import type {
  StreamOpener,
  UpstreamClient,
  UpstreamRequest,
  UpstreamResponse,
} from '../core/upstream-client.js';
import {sourceFrom} from '../core/web-streams.js';
import {isEventStream} from './response.js';

type Fetch = (request: Request) => Promise<Response>;

/** Creates a client from a `fetch`, for all platforms. */
export function fetchClient(fetch: Fetch): UpstreamClient {
  return async (request, {signal}) => {
    const controller = new AbortController();
    signal.addEventListener('abort', () => controller.abort());
    if (signal.aborted) controller.abort();
    return upstreamResponse(await fetch(requestOf(request, controller.signal)));
  };
}

/** Opens event streams by a `fetch`. */
export function fetchStreamOpener(fetch: Fetch): StreamOpener {
  return async ({url, headers}, signal) => {
    const controller = new AbortController();
    const abort = () => controller.abort();
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    try {
      const response = await fetch(requestOf({method: 'GET', url, headers}, controller.signal));
      const isOpen = response.ok && isEventStream(response.headers.get('content-type'));
      if (isOpen && response.body) return {source: sourceFrom(response.body, abort)};
      return {refusal: upstreamResponse(response)};
    } finally {
      signal.removeEventListener('abort', abort);
    }
  };
}

function requestOf(
  {method, url, headers, body}: Omit<UpstreamRequest, 'isRepeatable'>,
  signal: AbortSignal,
): Request {
  // A redirect would carry the partner's id and the buyer's data to another place.
  return new Request(url, {
    method,
    headers,
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : {body}),
  });
}

function upstreamResponse({status, headers, body}: Response): UpstreamResponse {
  return {
    status,
    headers,
    read: (limit, onBytes) => readBytes(body, limit, onBytes),
    discard: () => void body?.cancel().catch(() => {}),
  };
}
