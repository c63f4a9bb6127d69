import {once} from 'node:events';
import {Agent, get} from 'node:http';
import {cpuOf, memoryOf} from './processes.mjs';

/** How many are opened at a time: some proxies show a stream with its first event only, so each lot may take a second. */
const together = 250;

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * Opens many event streams and holds them for some of the API's bursts, one event a stream and second. Answers how many
 * were open, how many events were missing, how long an event took from the API's hand to ours (ms), what processor time
 * the process that passes them on took for each event (s), and how much memory for each stream (bytes).
 */
export async function holdStreams({url, pid}, {paths, bursts}) {
  const before = await settledMemory(pid);
  const agent = new Agent({keepAlive: false, maxSockets: Number.POSITIVE_INFINITY});
  /** Arrivals by the moment at which the API sent them. */
  const delays = new Map();
  const requests = [];
  for (let at = 0; at < paths.length; at += together) {
    const some = paths
      .slice(at, at + together)
      .map((path, index) => open(`${url}${path}`, agent, at + index, delays));
    for (const opened of some) requests.push(await opened);
  }
  await pause(1500);
  const from = Date.now();
  const cpu = cpuOf(pid);
  const samples = [];
  for (let burst = 0; burst < bursts; burst++) {
    await pause(1000);
    samples.push(memoryOf(pid));
  }
  const until = Date.now();
  const used = cpuOf(pid) - cpu;
  // The last burst's events are given the time that they may take.
  await pause(1200);
  for (const request of requests) request.destroy();
  agent.destroy();
  const whole = [...delays].filter(([sentAt]) => sentAt >= from && sentAt < until).map(([, list]) => list);
  const all = whole.flat().sort((a, b) => a - b);
  const opened = requests.filter(Boolean).length;
  return {
    opened,
    missing: whole.length * opened - all.length,
    cpu: used / (bursts * opened),
    p99: all[Math.floor(all.length * 0.99)] ?? Number.POSITIVE_INFINITY,
    slowest: all.at(-1) ?? Number.POSITIVE_INFINITY,
    memory: (Math.max(...samples) - before) / opened,
  };
}

async function open(url, agent, index, delays) {
  const address = `10.${Math.floor(index / 250)}.${index % 250}.1`;
  const request = get(url, {agent, headers: {accept: 'text/event-stream', 'x-forwarded-for': address}});
  const [response] = await once(request, 'response');
  if (response.statusCode !== 200) throw new Error(`a stream was answered ${response.statusCode}`);
  let rest = '';
  response.on('error', () => {});
  response.on('data', chunk => {
    const text = rest + chunk.toString('latin1');
    const now = Date.now();
    let end = 0;
    for (const found of text.matchAll(/"sent_at":(\d+)\}/g)) {
      end = found.index + found[0].length;
      const sentAt = Number(found[1]);
      const list = delays.get(sentAt);
      if (list) list.push(now - sentAt);
      else delays.set(sentAt, [now - sentAt]);
    }
    rest = text.slice(Math.max(end, text.length - 40));
  });
  return request;
}

async function settledMemory(pid) {
  await pause(1000);
  return memoryOf(pid);
}
