import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Order} from '../domain/types.js';
import {orderSchema} from './order-schema.js';
import {parseJson} from './parse-json.js';
import {read} from './wire.js';

/** Event of a stream; an `error` has no data. */
export type StreamEvent = Event & {readonly data?: unknown};

/** The part of `EventSource` that is used here. */
export interface EventStream {
  addEventListener(type: string, listener: (event: StreamEvent) => void): void;
  close(): void;
}

export type EventSourceFactory = (url: string) => EventStream;

export interface OrderStreamHandlers {
  /** Called for every event, heartbeats and messages of another shape included. */
  onAlive(): void;
  /** Called for every message; `undefined` where it is no order. */
  onMessage(order: Order | undefined): void;
  /** Called for a heartbeat with the proxy's time, in milliseconds since 1970. */
  onTime(serverTime: number): void;
  /** Called when the API ends the stream for good. */
  onStop(): void;
  /** Called when the connection was refused or lost. */
  onLost(): void;
}

/**
 * Opens an order's event stream: unnamed messages carry the order, `stop` ends it, and the proxy's `heartbeat` proves
 * that it is not buffered. Reconnecting is the caller's, as in the partner guide: the platform's own retry gives up on
 * an error status. Returns a function that closes the stream.
 */
export function openOrderStream(
  createEventSource: EventSourceFactory,
  url: string,
  handlers: OrderStreamHandlers,
): () => void {
  const source = createEventSource(url);
  const close = () => source.close();
  source.addEventListener('message', ({data}) => {
    handlers.onAlive();
    handlers.onMessage(tryOrUndefined(() => read(orderSchema, parseJson(String(data)))));
  });
  source.addEventListener('heartbeat', ({data}) => {
    handlers.onAlive();
    const serverTime = Date.parse(String(data));
    if (serverTime) handlers.onTime(serverTime);
  });
  source.addEventListener('stop', () => {
    close();
    handlers.onStop();
  });
  source.addEventListener('error', () => {
    close();
    handlers.onLost();
  });
  return close;
}
