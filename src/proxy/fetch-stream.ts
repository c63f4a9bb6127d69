import {apiRequest} from './api-request.js';
import {isEventStream, type OpenStream} from './platform-stream.js';
import {relayEvents} from './relay-events.js';

/** Asks the API when the partner gives no `fetch`. */
export function platformFetch(request: Request): Promise<Response> {
  return globalThis.fetch(request);
}

/** Opens event streams on any platform. */
export function openByFetch(fetch: (request: Request) => Promise<Response>): OpenStream {
  return async function open(target, signal) {
    const response = await fetch(apiRequest(target, signal));
    const {body, status, headers} = response;
    return {
      isOpen: body !== null && isEventStream(status, headers.get('content-type')),
      asResponse: () => response,
      passOn: options => relayEvents(body!, options),
    };
  };
}
