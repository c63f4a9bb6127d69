import {once} from 'node:events';
import {Agent, get} from 'node:http';
import {cpuOf, memoryOf} from './processes.mjs';

/**
 * Streams opened at a time: some proxies send the head only with the first event, so each batch may take a second.
 */
const together = 250;

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * Opens many event streams and holds them for some of the API's bursts, one event a stream and second. Returns the
 * open streams, the missing events, the delay of an event from the API to the client (ms), the proxy's processor time
 * per event (s), and its memory per stream (bytes).
 */
export async function holdStreams({url, pid}, {paths, bursts}) {
  const before = await settledMemory(pid);
  const agent = new Agent({keepAlive: false, maxSockets: Number.POSITIVE_INFINITY});
  /** Arrival times, by the moment at which the API sent the events. */
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
  // Waits for the events of the last burst.
  await pause(1200);
  for (const request of requests) request.destroy();
  agent.destroy();
  const whole = [...delays].filter(([sentAt]) => sentAt >= from && sentAt < until).map(([, list]) => list);
  const all = whole.flat().sort((a, b) => a - b);
  const opened = requests.filter(Boolean).length;
  return {
    opened,
    // One burst may fall between the limits of the time that counts.
    missing: Math.max(whole.length, bursts - 1) * opened - all.length,
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
    for (const found of text.matchAll(/"confirmations":(\d+)[,}]/g)) {
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
