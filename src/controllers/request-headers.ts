import type {Fetch} from '../api/request-json.js';
import {omitEmpty} from '../domain/omit-empty.js';

/** Headers of the page's own, or a function that returns them for each request. */
export type RequestHeaders =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);

export interface PageRequestOptions {
  readonly headers?: RequestHeaders | undefined;
  readonly credentials?: RequestCredentials | undefined;
}

/** Returns a `fetch` that sends the page's headers and credentials too; headers of the element's own win. */
export function withPageHeaders(fetch: Fetch, options: () => PageRequestOptions): Fetch {
  const send = async (
    url: RequestInfo | URL,
    init: RequestInit,
    {headers, credentials}: PageRequestOptions,
  ) => {
    const own = typeof headers === 'function' ? await beforeAbort(headers(), init.signal) : headers;
    const all = new Headers(own);
    new Headers(init.headers).forEach((value, name) => void all.set(name, value));
    return fetch(url, {...init, ...omitEmpty({credentials}), headers: Object.fromEntries(all)});
  };
  return (url, init = {}) => {
    const {headers, credentials} = options();
    return headers || credentials ? send(url, init, {headers, credentials}) : fetch(url, init);
  };
}

/** Rejects when the signal is aborted, however long the value takes. */
function beforeAbort<Value>(value: Value, signal: AbortSignal | null | undefined): Promise<Awaited<Value>> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    Promise.resolve(value).then(resolve, reject);
  });
}
