import {destination} from '../payment/destination.js';
import type {Order} from './order.js';
import {plannedTimeline} from './planned-timeline.js';
import {windowOf} from './timeline.js';

/** All that an order is made of; `seed` chooses its address. */
export interface OrderInput extends Omit<Order, 'destination' | 'timeline'> {
  readonly seed: number | string;
}

/** Builds an order with its address and with what will happen to it by itself. */
export function buildOrder({seed, ...order}: OrderInput): Order {
  const {id, number, createdAt, effects, validation} = order;
  const {coin, network, coinAmount} = validation;
  return {
    ...order,
    destination: destination({
      coin: coin.name,
      network,
      coinAmount,
      createdAt: Math.floor(createdAt / 1000),
      window: windowOf(effects) / 1000,
      orderId: id,
      number,
      seed,
      effects,
    }),
    timeline: plannedTimeline(effects, createdAt),
  };
}
