import type {EventTap} from '../core/event-stream.js';
import {tapOf} from '../core/web-streams.js';

/** What the API is asked for an event stream. */
export interface EventRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The API's answer to a request for an event stream: the events, or what it said instead. */
export type Opened = {readonly tap: EventTap} | {readonly refusal: Response};

/** Asks for an event stream; aborts with the signal for as long as it is not open. */
export type OpenEvents = (request: EventRequest, signal: AbortSignal) => Promise<Opened>;

export function openByFetch(fetch: (request: Request) => Promise<Response>): OpenEvents {
  return async ({url, headers}, signal) => {
    const leave = new AbortController();
    const abort = () => leave.abort();
    signal.addEventListener('abort', abort, {once: true});
    try {
      // A redirect would carry the partner's id and the buyer's data to wherever it points.
      const response = await fetch(new Request(url, {headers, redirect: 'manual', signal: leave.signal}));
      const isOpen = response.ok && isEventStream(response.headers.get('content-type'));
      return isOpen && response.body ? {tap: tapOf(response.body, abort)} : {refusal: response};
    } finally {
      signal.removeEventListener('abort', abort);
    }
  };
}

export function isEventStream(contentType: string | null | undefined): boolean {
  return /^text\/event-stream\b/i.test(contentType ?? '');
}
