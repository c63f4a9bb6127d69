import type {Answer} from './errors.js';

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
 * The headers of an answer, names and values in turn: what each has, and what this one has of its own. A list is what Node
 * takes, and writing them to an object first was a good part of what a cached answer cost.
 */
export function answerHeaders(
  {headers: own = {}, body, cache}: Answer,
  {requestId, ms, date, cors, cacheControl}: Told,
): string[] {
  const list = ['x-content-type-options', 'nosniff', 'x-request-id', requestId, 'date', date];
  list.push('cache-control', cacheControl);
  if (body !== null && !own['content-type']) list.push('content-type', 'application/json');
  if (cache) list.push('server-timing', `cache;desc=${cache}, total;dur=${ms}`);
  for (const name in own) {
    list.push(name, name === 'vary' && cors.vary ? `${own.vary}, ${cors.vary}` : own[name]!);
  }
  for (const name in cors) if (!(name in own)) list.push(name, cors[name]!);
  return list;
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
