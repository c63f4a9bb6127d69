import type {Order} from './types.js';

/**
 * Returns a reading from which the proxy withheld what was delivered, as every message of a stream is, with what an earlier
 * one with the order's key delivered. Lines that have changed since are `unread`: only another read with the key opens them.
 */
export function withKnownDelivery(order: Order, known: Order | undefined): Order {
  const isWithheld = order.delivered === 'withheld';
  if (!isWithheld || !known || known.delivered === 'withheld') return order;
  const isSame =
    known.delivered === undefined &&
    known.state === order.state &&
    known.deliveries.length === order.deliveries.length &&
    known.deliveries.every(({state}, index) => state === order.deliveries[index]?.state);
  if (isSame) return {...order, deliveries: known.deliveries, delivered: undefined};
  const deliveries = order.deliveries.map((line, index) => {
    const before = known.deliveries[index];
    return before?.state === line.state ? before : line;
  });
  return {...order, deliveries, delivered: 'unread'};
}
