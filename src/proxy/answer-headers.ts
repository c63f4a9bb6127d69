import type {Answer} from './proxy-error.js';

interface Told {
  readonly requestId: string;
  /** Milliseconds that the proxy took. */
  readonly ms: number;
  /** As HTTP writes it. */
  readonly date: string;
  readonly cors: Readonly<Record<string, string>>;
  readonly cacheControl: string;
}

/**
 * The headers of an answer: what each has, and what this one has of its own. One object is written to in turn, for
 * copying objects into each other was most of what a cached answer cost.
 */
export function answerHeaders(
  given: Answer,
  {requestId, ms, date, cors, cacheControl}: Told,
): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    date,
  };
  if (given.body === null) delete headers['content-type'];
  if (given.cache) headers['server-timing'] = `cache;desc=${given.cache}, total;dur=${ms}`;
  for (const name in cors) headers[name] = cors[name]!;
  for (const name in given.headers) headers[name] = given.headers[name]!;
  if (given.headers?.vary && cors.vary) headers.vary = `${given.headers.vary}, ${cors.vary}`;
  return headers;
}

/** Writes the time as HTTP does, each second once. */
export function createDateWriter(): (time: number) => string {
  let second = Number.NaN;
  let date = '';
  return time => {
    const now = Math.floor(time / 1000);
    if (now !== second) {
      second = now;
      date = new Date(time).toUTCString();
    }
    return date;
  };
}
