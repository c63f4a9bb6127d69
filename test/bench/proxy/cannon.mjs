import autocannon from 'autocannon';

/** Sends requests with `autocannon`, for machines without `wrk`. */
export async function cannon({origin, paths, headers, seconds, first}) {
  let n = first;
  const setupRequest = request => {
    n++;
    const address = `10.${n % 200}.${Math.floor(n / 200) % 200}.1`;
    const path = paths[n % paths.length].replace('#', String(n));
    return {...request, path, headers: {...headers, 'x-forwarded-for': address}};
  };
  const result = await autocannon({
    url: origin,
    connections: 64,
    duration: seconds,
    requests: [{method: 'GET', setupRequest}],
  });
  const failed = result.errors + result.non2xx;
  if (failed > 0) throw new Error(`${failed} requests failed`);
  return {rate: result.requests.average, p99: result.latency.p99, requests: result.requests.total};
}
