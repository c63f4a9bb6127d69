import {wrk} from './wrk.mjs';

/**
 * Sends requests on 64 connections for some seconds: with `wrk`, or else with `autocannon`, which is slower than what
 * it measures. `paths` are used in turn; a `#` in one becomes a number that is used once. Returns requests a second
 * and the 99th percentile in milliseconds; throws if a request failed.
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
