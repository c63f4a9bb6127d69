import {createEventSplitter} from './split-events.js';

export interface RelayOptions {
  /** Changes the JSON of each event's data. */
  readonly rewrite: (json: unknown) => Promise<unknown>;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  readonly now: () => number;
  /** Ends the relay: the buyer has left. */
  readonly signal: AbortSignal;
  /** Called once when the relay is over, to close the API's side. */
  readonly leave: () => void;
}

const encoder = new TextEncoder();

/**
 * Passes an event stream on, event by event as each is complete (a browser acts on no event before), with an event named
 * `heartbeat` whose data is the server's time (ISO 8601) at once and then at intervals, between other events only.
 *
 * The API is read only as fast as the buyer reads, and a buyer who does not read has at most one heartbeat waiting. When
 * the API's stream ends or dies, this one ends, so that the browser connects again.
 */
export function relayEvents(
  upstream: ReadableStream<Uint8Array>,
  {rewrite, heartbeat, now, signal, leave}: RelayOptions,
): ReadableStream<Uint8Array> {
  const reader = upstream.getReader();
  const split = createEventSplitter();
  const events: string[] = [];
  let isHeartbeatDue = true;
  let isReading = false;
  let isOver = false;
  let wake = () => {};
  const timer = setInterval(() => {
    isHeartbeatDue = true;
    wake();
  }, heartbeat);

  function end() {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    signal.removeEventListener('abort', end);
    reader.cancel().catch(() => {});
    leave();
    wake();
  }

  function read() {
    isReading = true;
    reader
      .read()
      .then(({done, value}) => {
        if (done || !split(value, event => events.push(event))) end();
      }, end)
      .finally(() => {
        isReading = false;
        wake();
      });
  }

  if (signal.aborted) end();
  signal.addEventListener('abort', end);

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          if (isHeartbeatDue && !isOver) {
            isHeartbeatDue = false;
            return controller.enqueue(encoder.encode(heartbeatAt(now())));
          }
          const event = events.shift();
          if (event !== undefined)
            return controller.enqueue(encoder.encode(await rewriteEvent(event, rewrite)));
          if (isOver) return controller.close();
          const woken = new Promise<void>(resolve => {
            wake = resolve;
          });
          if (!isReading) read();
          await woken;
        }
      },
      cancel: end,
    },
    {highWaterMark: 0},
  );
}

export function heartbeatAt(time: number): string {
  return `event: heartbeat\ndata: ${new Date(time).toISOString()}\n\n`;
}

/** The event with its JSON changed; as it came where it has none, or the change is none. */
export async function rewriteEvent(event: string, rewrite: RelayOptions['rewrite']): Promise<string> {
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
