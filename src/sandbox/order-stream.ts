import {orderWire} from './order-wire.js';
import type {OrderBook} from './orders.js';
import {isTerminal} from './timeline.js';

/** Calls back again and again, about so many milliseconds apart; the answer stops it. */
export type Repeat = (milliseconds: number, callback: () => void) => () => void;

const lookEvery = 100;

/**
 * The order as an event stream: at once, after each change, then `stop` when nothing more will happen.
 * What the clock changes is found by looking; what a hand changes is told.
 */
export function orderStream(
  book: OrderBook,
  id: string,
  {repeat, signal}: {readonly repeat: Repeat; readonly signal: AbortSignal},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let said = '';
      const end = () => {
        stop();
        controller.close();
      };
      const look = () => {
        const order = book.find(id);
        if (!order) return end();
        const mark = book.mark(order);
        const text = JSON.stringify(orderWire(order, mark));
        if (text === said) return;
        said = text;
        controller.enqueue(encoder.encode(`data: ${text}\n\n`));
        if (!isTerminal(mark.state)) return;
        controller.enqueue(encoder.encode('event: stop\ndata: {}\n\n'));
        end();
      };
      const stopWatching = book.watch(look);
      const stopLooking = repeat(lookEvery, look);
      // As with a real `fetch`, the reader of an aborted request sees an error.
      const giveUp = () => {
        stop();
        controller.error(signal.reason);
      };
      signal.addEventListener('abort', giveUp);
      stop = () => {
        stopWatching();
        stopLooking();
        signal.removeEventListener('abort', giveUp);
      };
      look();
    },
    cancel: () => stop(),
  });
}
