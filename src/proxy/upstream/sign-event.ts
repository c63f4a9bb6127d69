import {createParser} from 'eventsource-parser';
import {setMember} from '../core/json-text.js';
import type {Mask} from '../core/mask.js';
import {orderIdOf} from '../core/order.js';
import {withheldData, withheldOrder} from '../core/withheld-order.js';

/** The order whose stream was requested. */
export interface OrderIds {
  readonly orderId: string;
  readonly signedOrderId: string;
  /** Whether what was delivered is withheld; otherwise events pass as the API sends them. */
  readonly isWithheld: boolean;
}

/**
 * Creates a function that prepares the events of an order's stream, ready to be sent; `undefined` for an event that is
 * dropped, because it is about another order. Everything that stays keeps its digits and letters.
 */
export function createEventSigner({orderId, signedOrderId, isWithheld}: OrderIds, mask: Mask) {
  return (event: string): string | undefined => {
    const masked = mask(event);
    const data = dataOf(masked);
    if (data === undefined) return `${masked}\n\n`;
    // Read before it was masked: the API may have made the id of what is masked.
    const found = orderIdIn(masked === event ? data : (dataOf(event) ?? ''));
    if (found === undefined) return isWithheld ? withoutOrder(masked, data) : `${masked}\n\n`;
    if (found !== orderId) return undefined;
    const shown = isWithheld ? withheldOrder(data) : data;
    return withData(masked, setMember(shown, 'order_id', JSON.stringify(signedOrderId)));
  };
}

/** Returns an event that is no order with the known fields of its object, or its short text; `undefined` for others. */
function withoutOrder(event: string, data: string): string | undefined {
  // Neither a list nor a part of an order that has been cut off.
  if (/^[^"[\]{}]{0,64}$/.test(data)) return `${event}\n\n`;
  return isObject(parse(data)) ? withData(event, withheldData(data)) : undefined;
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
  return orderIdOf(data, parse(data));
}

function isObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** Replaces an event's data; other fields and comments stay. A line feed in JSON separates tokens and can be left out. */
function withData(event: string, json: string): string {
  const others = event.split('\n').filter(line => line !== 'data' && !line.startsWith('data:'));
  return [...others, `data: ${json.replaceAll('\n', '')}\n\n`].join('\n');
}
