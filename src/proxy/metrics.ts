import {type ApiCircuits, circuitNames} from './api-circuits.js';
import type {Next} from './call.js';
import type {CacheOutcome} from './proxy-error.js';

interface Counted {
  readonly route: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly cache: CacheOutcome | undefined;
}

export interface Metrics {
  count(request: Counted): void;
  /** Measures how long the API takes. */
  timed(ask: Next): Next;
  /** All counts as Prometheus reads them (text format 0.0.4). */
  render(openStreams: number, circuits: Pick<ApiCircuits, 'isOpen'>): string;
}

/** Upper bounds in seconds. */
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts by route, status and outcome: a fixed number of each, whatever is asked. */
export function createMetrics(): Metrics {
  const counters = new Map<string, number>();
  const latencies = new Map<string, {sum: number; readonly counts: number[]}>();

  function add(key: string) {
    counters.set(key, (counters.get(key) ?? 0) + 1);
  }

  function observe(route: string, seconds: number) {
    const latency = latencies.get(route) ?? {sum: 0, counts: [...buckets, 0].map(() => 0)};
    const at = buckets.findIndex(bound => seconds <= bound);
    latency.counts[at < 0 ? buckets.length : at]! += 1;
    latency.sum += seconds;
    latencies.set(route, latency);
  }

  return {
    count({route, status, code, cache}) {
      add(`requests_total{route="${route}",status="${status}"}`);
      if (cache) add(`cache_total{route="${route}",outcome="${cache}"}`);
      if (code === 'rate_limited' || code === 'too_many_streams')
        add(`limited_total{route="${route}",code="${code}"}`);
    },
    timed(ask) {
      return async call => {
        const startedAt = performance.now();
        try {
          return await ask(call);
        } finally {
          observe(call.route, (performance.now() - startedAt) / 1000);
        }
      };
    },
    render(openStreams, circuits) {
      const lines = [
        '# TYPE cr_checkout_open_streams gauge',
        `cr_checkout_open_streams ${openStreams}`,
        '# TYPE cr_checkout_api_unavailable gauge',
        ...circuitNames.map(
          name => `cr_checkout_api_unavailable{route="${name}"} ${circuits.isOpen(name) ? 1 : 0}`,
        ),
      ];
      for (const name of ['requests_total', 'cache_total', 'limited_total']) {
        lines.push(`# TYPE cr_checkout_${name} counter`);
        for (const [key, value] of counters) {
          if (key.startsWith(`${name}{`)) lines.push(`cr_checkout_${key} ${value}`);
        }
      }
      return `${[...lines, '# TYPE cr_checkout_api_seconds histogram', ...[...latencies].flatMap(histogram)].join('\n')}\n`;
    },
  };
}

function histogram([route, {sum, counts}]: [
  string,
  {readonly sum: number; readonly counts: readonly number[]},
]) {
  let count = 0;
  const bounds = [...buckets, '+Inf'].map((bound, index) => {
    count += counts[index] ?? 0;
    return `cr_checkout_api_seconds_bucket{route="${route}",le="${bound}"} ${count}`;
  });
  return [
    ...bounds,
    `cr_checkout_api_seconds_sum{route="${route}"} ${sum}`,
    `cr_checkout_api_seconds_count{route="${route}"} ${count}`,
  ];
}
