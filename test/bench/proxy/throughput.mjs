import {wrk} from './wrk.mjs';

/**
 * Asks on 64 connections for some seconds: with `wrk`, or with `autocannon` where there is none, which is slower than what
 * it measures. `paths` are asked in turn; a `#` in one becomes a number that was not asked before. Answers requests a
 * second, and the 99th percentile in milliseconds; throws when a request failed.
 */
export async function throughput(url, {paths, headers = {}, seconds, first = 0, program}) {
  const base = new URL(url);
  const asked = {
    origin: base.origin,
    paths: paths.map(path => base.pathname + path),
    headers,
    seconds,
    first,
  };
  if (program) return wrk(program, asked);
  const {cannon} = await import('./cannon.mjs');
  return cannon(asked);
}
