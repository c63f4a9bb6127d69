import type {ByteSource} from './byte-source.js';
import {createEventSplitter} from './split-events.js';

export interface RelayOptions {
  /** Changes the JSON of each event's data. */
  readonly rewrite: (json: unknown) => Promise<unknown>;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  readonly now: () => number;
  /** Ends the relay: the buyer has left. */
  readonly signal: AbortSignal;
  /** Called once when the relay is over. */
  readonly leave: () => void;
}

const encoder = new TextEncoder();
/** After so many heartbeats that nobody took, nobody is there. */
const patience = 8;

/**
 * Passes an event stream on, event by event as each is complete (a browser acts on no event before), with an event named
 * `heartbeat` whose data is the server's time (ISO 8601) at once and then at intervals, between other events only.
 *
 * The API is read only as fast as the buyer reads, and a buyer who does not read has at most one heartbeat waiting. When
 * the API's stream ends or dies, this one ends, so that the browser connects again.
 */
export function relayEvents(
  upstream: ByteSource,
  {rewrite, heartbeat, now, signal, leave}: RelayOptions,
): ByteSource {
  const split = createEventSplitter();
  const events: string[] = [];
  let dueHeartbeats = 1;
  let isReading = false;
  let isOver = false;
  let wake = () => {};
  const timer = setInterval(() => {
    if (++dueHeartbeats > patience) end();
    wake();
  }, heartbeat);

  function end() {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    signal.removeEventListener('abort', end);
    upstream.cancel();
    leave();
    wake();
  }

  async function read() {
    isReading = true;
    const bytes = await upstream.read();
    if (!bytes || !split(bytes, event => events.push(event))) end();
    isReading = false;
    wake();
  }

  if (signal.aborted) end();
  signal.addEventListener('abort', end);

  return {
    async read() {
      for (;;) {
        if (dueHeartbeats > 0 && !isOver) {
          dueHeartbeats = 0;
          return encoder.encode(`event: heartbeat\ndata: ${new Date(now()).toISOString()}\n\n`);
        }
        const event = events.shift();
        if (event !== undefined) return encoder.encode(await rewriteEvent(event, rewrite));
        if (isOver) return undefined;
        const woken = new Promise<void>(resolve => {
          wake = resolve;
        });
        if (!isReading) void read();
        await woken;
      }
    },
    cancel: end,
  };
}

async function rewriteEvent(event: string, rewrite: RelayOptions['rewrite']): Promise<string> {
  const lines = event.split('\n');
  const isData = (line: string) => line === 'data' || line.startsWith('data:');
  const data = lines.filter(isData).map(line => line.replace(/^data(: ?)?/, ''));
  try {
    const json: unknown = JSON.parse(data.join('\n'));
    const rewritten = await rewrite(json);
    if (rewritten === json) return `${event}\n\n`;
    return `${[...lines.filter(line => !isData(line)), `data: ${JSON.stringify(rewritten)}`].join('\n')}\n\n`;
  } catch {
    return `${event}\n\n`;
  }
}
