import {memberSource} from './json-text.js';

/** Source of a regular expression: the ids that the API gives to orders, and that a path may hold. */
export const orderIdPattern = '[\\w-]{1,64}';

const orderId = new RegExp(`^${orderIdPattern}$`);

/**
 * Returns the id of the order in a JSON text and its parsed form; `undefined` if it is no order: an object with an id that
 * is a text or a number and can stand in a path. A number is read from the text: one of more than 15 digits could be
 * another order's id once it was parsed.
 */
export function orderIdOf(text: string, json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('order_id' in json)) return undefined;
  const {order_id: id} = json;
  const source = typeof id === 'number' ? memberSource(text, 'order_id') : id;
  return typeof source === 'string' && orderId.test(source) ? source : undefined;
}
