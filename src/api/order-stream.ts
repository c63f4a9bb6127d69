import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Order} from '../domain/types.js';
import {readOrder} from './order-schema.js';

/** The part of the page's `EventSource` that the stream needs. */
export type EventSourceFactory = (url: string) => Pick<EventSource, 'addEventListener' | 'close'>;

export interface OrderStreamHandlers {
  /** Anything at all arrived, a heartbeat or a message of another shape included. */
  onAlive(): void;
  /** A message, and the order where it is one. */
  onMessage(order: Order | undefined): void;
  /** A heartbeat of the proxy with its time, in milliseconds since 1970. */
  onTime(serverTime: number): void;
  /** The API ends the stream for good. */
  onStop(): void;
  /** The connection was refused or lost. */
  onLost(): void;
}

/**
 * Opens an order's event stream: unnamed messages carry the order, `stop` ends it, and the proxy's `heartbeat` proves
 * that it is not buffered. Reconnecting is the caller's, as in the partner guide: the platform's own retry gives up on
 * an error status. Answers a function that closes the stream.
 */
export function openOrderStream(
  createEventSource: EventSourceFactory,
  url: string,
  handlers: OrderStreamHandlers,
): () => void {
  const source = createEventSource(url);
  const close = () => source.close();
  source.addEventListener('message', ({data}: MessageEvent<unknown>) => {
    handlers.onAlive();
    handlers.onMessage(tryOrUndefined(() => readOrder(JSON.parse(String(data)))));
  });
  source.addEventListener('heartbeat', ({data}: MessageEvent<unknown>) => {
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
