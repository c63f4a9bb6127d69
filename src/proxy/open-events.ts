import {type ByteSource, sourceOf} from './byte-source.js';

/** The API's answer to a request for an event stream: the events, or what it said instead. */
export type Opened = {readonly source: ByteSource} | {readonly refusal: Response};

/** Asks for an event stream; aborts with the signal for as long as it is not open. */
export type OpenEvents = (request: Request, signal: AbortSignal) => Promise<Opened>;

export function openByFetch(fetch: (request: Request) => Promise<Response>): OpenEvents {
  return async (request, signal) => {
    const leave = new AbortController();
    const abort = () => leave.abort();
    signal.addEventListener('abort', abort, {once: true});
    try {
      const response = await fetch(new Request(request, {signal: leave.signal}));
      const isOpen = response.ok && isEventStream(response.headers.get('content-type'));
      return isOpen && response.body ? {source: sourceOf(response.body, abort)} : {refusal: response};
    } finally {
      signal.removeEventListener('abort', abort);
    }
  };
}

export function isEventStream(contentType: string | null | undefined): boolean {
  return /^text\/event-stream\b/i.test(contentType ?? '');
}
