import type {ClientSignal} from './client-signal.js';
import type {EventStreamBody, StreamSource} from './event-stream.js';

/** Adapts a web stream; reads nothing ahead. Calls `onClose` once when it is destroyed or over. */
export function sourceFrom(body: ReadableStream<Uint8Array>, onClose: () => void): StreamSource {
  const reader = body.getReader();
  const listeners = {data: (_: Uint8Array) => {}, close: () => {}};
  let isFlowing = false;
  let isReading = false;
  let isOver = false;

  function end() {
    if (isOver) return;
    isOver = true;
    reader.cancel().catch(() => {});
    onClose();
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

/** Adapts an event stream to a web stream, which gets one event for each pull. */
export function toReadableStream(stream: EventStreamBody, signal: ClientSignal): ReadableStream<Uint8Array> {
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
          signal.removeEventListener('abort', end);
          close();
        };
        stream.writeTo({
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
        signal.addEventListener('abort', end);
        if (signal.aborted) end();
      },
      pull: () => listeners.drain(),
      cancel: close,
    },
    {highWaterMark: 0},
  );
}
