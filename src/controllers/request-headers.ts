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
  return (url, init = {}) => {
    const {headers, credentials} = options();
    if (!headers && !credentials) return fetch(url, init);
    return ownHeaders(headers, init.signal).then(own => {
      const all = new Headers(own);
      for (const [name, value] of new Headers(init.headers)) all.set(name, value);
      return fetch(url, {...init, ...omitEmpty({credentials}), headers: Object.fromEntries(all)});
    });
  };
}

/** Returns the page's headers. Rejects when the signal is aborted, however long they take. */
function ownHeaders(
  headers: RequestHeaders | undefined,
  signal: AbortSignal | null | undefined,
): Promise<Readonly<Record<string, string>> | undefined> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    resolve(typeof headers === 'function' ? headers() : headers);
  });
}
