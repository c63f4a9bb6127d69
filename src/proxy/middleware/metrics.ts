import type {Handler} from '../core/middleware.js';
import type {CacheOutcome} from '../core/response.js';
import {type CircuitBreakers, circuitNames} from './circuit-breakers.js';

interface CountedRequest {
  readonly route: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly cache: CacheOutcome | undefined;
}

export interface Metrics {
  count(request: CountedRequest): void;
  /** Wraps the final handler to measure how long the API takes. */
  timed(handler: Handler): Handler;
  /** Returns all counts in Prometheus's text format 0.0.4. */
  render(openStreams: number, circuits: Pick<CircuitBreakers, 'isOpen'>): string;
}

interface Latency {
  sum: number;
  readonly counts: number[];
}

/** Upper bounds in seconds. */
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Creates counters by route, status and outcome; their number is fixed, whatever is requested. */
export function createMetrics(): Metrics {
  const requests = createCounter('status');
  const outcomes = createCounter('outcome');
  const limited = createCounter('code');
  const latencies = new Map<string, Latency>();

  function observe(route: string, seconds: number) {
    const latency = latencies.get(route) ?? {sum: 0, counts: [...buckets, 0].map(() => 0)};
    const at = buckets.findIndex(bound => seconds <= bound);
    latency.counts[at < 0 ? buckets.length : at]! += 1;
    latency.sum += seconds;
    latencies.set(route, latency);
  }

  return {
    count({route, status, code, cache}) {
      requests.add(route, status);
      if (cache) outcomes.add(route, cache);
      if (code === 'rate_limited' || code === 'too_many_streams') limited.add(route, code);
    },
    timed(handler) {
      return async context => {
        const startedAt = performance.now();
        try {
          return await handler(context);
        } finally {
          observe(context.route, (performance.now() - startedAt) / 1000);
        }
      };
    },
    render(openStreams, circuits) {
      const lines = [
        ...metric('open_streams', 'gauge', [['', openStreams]]),
        ...metric(
          'api_unavailable',
          'gauge',
          circuitNames.map(name => [`{route="${name}"}`, Number(circuits.isOpen(name))]),
        ),
        ...metric('requests_total', 'counter', requests.samples()),
        ...metric('cache_total', 'counter', outcomes.samples()),
        ...metric('limited_total', 'counter', limited.samples()),
        ...metric('api_seconds', 'histogram', [...latencies].flatMap(histogram)),
      ];
      return `${lines.join('\n')}\n`;
    },
  };
}

/** The rest of the metric's name with its labels, and the value. */
type Sample = readonly [suffix: string, value: number];

function metric(name: string, type: string, samples: readonly Sample[]): string[] {
  return [
    `# TYPE cr_checkout_${name} ${type}`,
    ...samples.map(([suffix, value]) => `cr_checkout_${name}${suffix} ${value}`),
  ];
}

/** Creates a counter by route and a second label. Nested maps avoid building a text for each request. */
function createCounter(label: string) {
  const routes = new Map<string, Map<string | number, number>>();
  return {
    add(route: string, value: string | number) {
      const counts = routes.get(route) ?? new Map<string | number, number>();
      routes.set(route, counts.set(value, (counts.get(value) ?? 0) + 1));
    },
    samples: () =>
      [...routes].flatMap(([route, counts]) =>
        [...counts].map(([value, count]): Sample => [`{route="${route}",${label}="${value}"}`, count]),
      ),
  };
}

function histogram([route, {sum, counts}]: [string, Latency]): Sample[] {
  let count = 0;
  const bounds = [...buckets, '+Inf'].map((bound, index): Sample => {
    count += counts[index] ?? 0;
    return [`_bucket{route="${route}",le="${bound}"}`, count];
  });
  return [...bounds, [`_sum{route="${route}"}`, sum], [`_count{route="${route}"}`, count]];
}
