import {memberSource} from './json-text.js';

/** Returns whether a parsed body is an order: an object with an id, which is a text that is not empty, or a number. */
export function isOrder(json: unknown): json is {readonly order_id: string | number} {
  if (typeof json !== 'object' || json === null || !('order_id' in json)) return false;
  const {order_id: id} = json;
  return typeof id === 'number' || (typeof id === 'string' && id !== '');
}

/**
 * Returns the id of the order in a JSON text and its parsed form; `undefined` if it is no order. A number is read from the
 * text: one of more than 15 digits could be another order's id once it was parsed.
 */
export function orderIdOf(text: string, json: unknown): string | undefined {
  if (!isOrder(json)) return undefined;
  return typeof json.order_id === 'string' ? json.order_id : memberSource(text, 'order_id');
}
