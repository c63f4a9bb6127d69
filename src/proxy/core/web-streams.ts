import type {Leaving} from './client-signal.js';
import type {EventFlow, EventTap} from './event-stream.js';

/** A stream of the web to read events from; nothing is read ahead. `close` is called when nobody reads any more. */
export function tapOf(body: ReadableStream<Uint8Array>, close: () => void): EventTap {
  const reader = body.getReader();
  const listeners = {data: (_: Uint8Array) => {}, close: () => {}};
  let isFlowing = false;
  let isReading = false;
  let isOver = false;

  function end() {
    if (isOver) return;
    isOver = true;
    reader.cancel().catch(() => {});
    close();
    listeners.close();
  }

  async function read() {
    if (isReading) return;
    isReading = true;
    while (isFlowing && !isOver) {
      const {value} = await reader.read().catch(() => ({value: undefined}));
      if (value) listeners.data(value);
      else end();
    }
    isReading = false;
  }

  return {
    on(event, listener) {
      Object.assign(listeners, {[event]: listener});
    },
    pause() {
      isFlowing = false;
    },
    resume() {
      isFlowing = true;
      void read();
    },
    destroy: end,
    get destroyed() {
      return isOver;
    },
  };
}

/** Events as a stream of the web: one is written for each time that it is asked. */
export function streamOf(flow: EventFlow, buyer: Leaving): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const listeners = {drain: () => {}, close: () => {}};
  let isOver = false;

  function close() {
    isOver = true;
    listeners.close();
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          if (isOver) return;
          controller.close();
          buyer.removeEventListener('abort', end);
          close();
        };
        flow.flowTo({
          write(event) {
            controller.enqueue(encoder.encode(event));
            return false;
          },
          writableNeedDrain: true,
          on(event, listener) {
            listeners[event] = listener;
          },
          end,
          destroy: end,
          get destroyed() {
            return isOver;
          },
        });
        buyer.addEventListener('abort', end);
        if (buyer.aborted) end();
      },
      pull: () => listeners.drain(),
      cancel: close,
    },
    {highWaterMark: 0},
  );
}
