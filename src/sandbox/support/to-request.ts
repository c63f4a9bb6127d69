/** The origin of requests that name none, outside a page. */
export const defaultOrigin = 'http://sandbox.test';

/** Builds a `Request` from the arguments of `fetch`. A path alone is resolved against the page's address. */
export function toRequest(input: string | URL | Request, init: RequestInit | undefined): Request {
  // A server's request may be a stand-in that `new Request` cannot copy.
  if (input instanceof Request && init === undefined) return input;
  if (typeof input !== 'string') return new Request(input, init);
  const base = 'location' in globalThis ? globalThis.location.href : defaultOrigin;
  return new Request(new URL(input, base), init);
}
