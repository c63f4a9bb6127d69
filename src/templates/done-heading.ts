import type {Order} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {isDelivered} from './delivery-line.js';

/** Names what was delivered, where an order is one thing that is known well enough; else says that the order is ready. */
export function doneHeading({deliveries}: Order, messages: Messages): string {
  const {done, payment} = messages;
  const [first, ...others] = deliveries;
  if (!first || !deliveries.every(delivery => isDelivered(delivery, messages)))
    return payment.states.done.heading;
  if (others.length > 0) return done.heading;
  const {activation, code, link, deliveredTo, brandName} = first;
  if (activation) return done.esimReady;
  if (code || link) return done.cardReady(brandName);
  return deliveredTo === 'phone' ? done.toppedUpReady : done.heading;
}
