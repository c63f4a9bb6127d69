import type {EventSink} from './relay.js';
import {heartbeatAt, type RelayOptions, rewriteEvent} from './relay-events.js';
import {createEventSplitter} from './split-events.js';

/** The API's side of a stream, as Node's own response to a request has it. */
export interface EventTap {
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
}

/**
 * Does what `relayEvents` does, without streams of the web in between, which take more memory than the two connections.
 * The API is paused while an event is being written or the buyer does not read.
 */
export function passEvents(
  tap: EventTap,
  sink: EventSink,
  {rewrite, heartbeat, now, leave}: RelayOptions,
): void {
  const split = createEventSplitter();
  const events: string[] = [];
  let isHeartbeatDue = true;
  let isFull = false;
  let isWriting = false;
  let isOver = false;
  const timer = setInterval(() => {
    isHeartbeatDue = true;
    void flow();
  }, heartbeat);

  function end() {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    tap.destroy();
    leave();
    void flow();
  }

  async function flow(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (!isFull && !sink.destroyed) {
      if (isHeartbeatDue && !isOver) {
        isHeartbeatDue = false;
        isFull = !sink.write(heartbeatAt(now()));
        continue;
      }
      const event = events.shift();
      if (event === undefined) break;
      isFull = !sink.write(await rewriteEvent(event, rewrite));
    }
    isWriting = false;
    if (!isOver) return void (isFull || tap.resume());
    if (events.length === 0 && !sink.destroyed) sink.end();
  }

  sink.on('drain', () => {
    isFull = false;
    void flow();
  });
  sink.on('close', end);
  tap.on('close', end);
  tap.on('data', chunk => {
    tap.pause();
    if (!split(chunk, event => events.push(event))) end();
    void flow();
  });
  if (sink.destroyed) end();
  void flow();
}
