import {createParser} from 'eventsource-parser';
import {replaceMember} from '../core/json-text.js';
import {orderIdOf} from '../core/order.js';
import type {OrderIdSigner} from '../core/signed-order-id.js';

/** The order whose stream was requested. */
export interface OrderIds {
  readonly orderId: string;
  readonly signedOrderId: string;
}

/**
 * Creates a function that replaces the order id in an event's data by the signed one; everything else in the data keeps its
 * digits and letters. The function returns the event ready to be sent, unchanged if its data is no order. It returns a
 * promise only for the id of another order, which has to be signed first: thousands of events arrive at the same moment.
 */
export function createEventSigner(
  {orderId: expectedId, signedOrderId}: OrderIds,
  {sign}: OrderIdSigner,
): (event: string) => string | Promise<string> {
  return event => {
    const data = dataOf(event);
    const orderId = data === undefined ? undefined : orderIdIn(data);
    if (data === undefined || orderId === undefined) return `${event}\n\n`;
    const withId = (id: string) => withData(event, replaceMember(data, 'order_id', JSON.stringify(id)));
    return orderId === expectedId ? withId(signedOrderId) : sign(orderId).then(withId);
  };
}

/** Returns the data of one event, its lines joined by line feeds; `undefined` if it has none. */
function dataOf(event: string): string | undefined {
  let data: string | undefined;
  const parser = createParser({
    onEvent: message => {
      data = message.data;
    },
  });
  parser.feed(`${event}\n\n`);
  return data;
}

function orderIdIn(data: string): string | undefined {
  try {
    return orderIdOf(data, JSON.parse(data));
  } catch {
    return undefined;
  }
}

/** Replaces an event's data; other fields and comments stay. A line feed in JSON separates tokens and can be left out. */
function withData(event: string, json: string): string {
  const others = event.split('\n').filter(line => line !== 'data' && !line.startsWith('data:'));
  return [...others, `data: ${json.replaceAll('\n', '')}\n\n`].join('\n');
}
