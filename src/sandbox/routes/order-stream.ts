import type {StreamFault} from '../faults/fault.js';
import {faultyStream} from '../faults/faulty-stream.js';
import type {OrderBook} from '../orders/order-book.js';
import {orderJson} from '../orders/order-json.js';
import {isTerminal} from '../orders/timeline.js';

/** Calls back again and again, about so many milliseconds apart; the answer stops it. */
export type Repeat = (milliseconds: number, callback: () => void) => () => void;

export interface OrderStreamOptions {
  readonly repeat: Repeat;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** What goes wrong with this stream. */
  readonly fault?: StreamFault | undefined;
}

const lookEvery = 100;
const comment = ': cut\n\n';
const stopMessage = 'event: stop\ndata: {}\n\n';

/**
 * The order as an event stream: at once, after each change, then `stop` when nothing more will happen.
 * What the clock changes is found by looking; what a hand changes is told.
 */
export function orderStream(
  book: OrderBook,
  id: string,
  {repeat, signal, now, fault}: OrderStreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const speech = faultyStream(fault, now);
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let said = '';
      const say = (texts: readonly string[]) => {
        for (const text of texts) controller.enqueue(encoder.encode(text));
      };
      const end = () => {
        stop();
        say(speech.atEnd());
        controller.close();
      };
      const breakOff = (reason: unknown) => {
        stop();
        controller.error(reason);
      };
      const look = () => {
        // A server that breaks before its first byte answers with an error instead.
        if (speech.isCut() && said === '') {
          said = comment;
          return say([comment]);
        }
        if (speech.isCut()) return breakOff(new Error('The sandbox cut the stream.'));
        const order = book.find(id);
        if (!order) return end();
        const mark = book.mark(order);
        const text = JSON.stringify(orderJson(order, mark));
        if (text === said) return;
        said = text;
        say(speech.message(`data: ${text}\n\n`));
        if (!isTerminal(mark.state) || speech.isEndless) return;
        say(speech.plain(stopMessage));
        end();
      };
      const stopWatching = book.watch(look);
      const stopLooking = repeat(lookEvery, look);
      // As with a real `fetch`, the reader of an aborted request sees an error. A server says in mere words that its reader has
      // left: there is nobody to see one.
      const giveUp = () => {
        if (signal.reason instanceof Error) return breakOff(signal.reason);
        stop();
        controller.close();
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
