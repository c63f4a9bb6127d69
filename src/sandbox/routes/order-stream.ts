import type {StreamFault} from '../faults/fault.js';
import {faultyStream} from '../faults/faulty-stream.js';
import type {OrderBook} from '../orders/order-book.js';
import {orderJson} from '../orders/order-json.js';
import {isTerminal} from '../orders/timeline.js';
import type {Repeat} from '../support/timers.js';

export interface OrderStreamOptions {
  readonly repeat: Repeat;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly fault?: StreamFault | undefined;
}

/** Milliseconds between looks at the clock, which changes orders without notice. */
const pollInterval = 100;
const comment = ': cut\n\n';
const stopMessage = 'event: stop\ndata: {}\n\n';

/**
 * Streams an order as server-sent events: at once, after each change, and a `stop` event after a terminal state. Changes by
 * a control action are sent at once, changes by the clock at the next poll.
 */
export function orderStream(
  book: OrderBook,
  id: string,
  {repeat, signal, now, fault}: OrderStreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const faulty = faultyStream(fault, now);
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let sent = '';
      const send = (texts: readonly string[]) => {
        for (const text of texts) controller.enqueue(encoder.encode(text));
      };
      const end = () => {
        stop();
        send(faulty.atEnd());
        controller.close();
      };
      const fail = (reason: unknown) => {
        stop();
        controller.error(reason);
      };
      const update = () => {
        // A server that fails before its first byte would send an error response instead.
        if (faulty.isCut() && sent === '') {
          sent = comment;
          return send([comment]);
        }
        if (faulty.isCut()) return fail(new Error('The sandbox cut the stream.'));
        const order = book.find(id);
        if (!order) return end();
        const snapshot = book.snapshot(order);
        const text = JSON.stringify(orderJson(order, snapshot));
        if (text === sent) return;
        sent = text;
        send(faulty.message(`data: ${text}\n\n`));
        if (!isTerminal(snapshot.state) || faulty.isEndless) return;
        send(faulty.plain(stopMessage));
        end();
      };
      const stopWatching = book.watch(update);
      const stopPolling = repeat(pollInterval, update);
      // As with `fetch`, the reader of an aborted request gets the error. A server whose client has left aborts with a reason
      // that is no `Error`; without a reader the stream just closes.
      const abort = () => {
        if (signal.reason instanceof Error) return fail(signal.reason);
        stop();
        controller.close();
      };
      signal.addEventListener('abort', abort);
      stop = () => {
        stopWatching();
        stopPolling();
        signal.removeEventListener('abort', abort);
      };
      update();
    },
    cancel: () => stop(),
  });
}
