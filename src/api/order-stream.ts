import type {Order} from '../domain/types.js';
import {readOrder} from './order-schema.js';

/** The part of the page's `EventSource` that the stream needs. */
export type EventSourceFactory = (url: string) => Pick<EventSource, 'addEventListener' | 'close'>;

export interface OrderStreamHandlers {
  /** A message that is an order. */
  onOrder(order: Order): void;
  /** Anything at all arrived, a heartbeat or a message of another shape included. */
  onAlive(): void;
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
  source.addEventListener('message', event => {
    handlers.onAlive();
    const order = parseOrder((event as MessageEvent<unknown>).data);
    if (order) handlers.onOrder(order);
  });
  source.addEventListener('heartbeat', () => handlers.onAlive());
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

function parseOrder(data: unknown): Order | undefined {
  try {
    return readOrder(JSON.parse(String(data)));
  } catch {
    return undefined;
  }
}
