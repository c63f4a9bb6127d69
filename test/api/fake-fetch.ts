import type {Fetch} from '../../src/api/request-json.js';

export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A fetch that answers what a test hands it, and remembers what it was asked. */
export function fakeFetch(answer: (sent: Sent) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const {method, headers} = request;
    const text = await request.text();
    const one = {method, url: new URL(request.url), headers, body: text ? JSON.parse(text) : undefined};
    sent.push(one);
    return answer(one);
  };
  return {fetch, sent};
}

/** A fetch that never answers, and ends as the platform's does when its signal is aborted. */
export const silentFetch: Fetch = (input, init) =>
  new Promise((_, reject) => {
    const {signal} = new Request(input, init);
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
