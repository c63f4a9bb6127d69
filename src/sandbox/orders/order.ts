import type {Destination} from '../payment/destination.js';
import type {ScenarioEffects} from '../scenarios/scenario.js';
import type {Timeline} from './timeline.js';
import type {Validation} from './validation.js';

export interface Order {
  readonly id: string;
  /** Counts from 1 since the last reset. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Of the request that made the order; its pictures are there. */
  readonly origin: string;
  readonly email: string;
  readonly refundAddress?: string | undefined;
  /** Identifies the request that made the order, where orders are idempotent. */
  readonly key?: string | undefined;
  readonly effects: ScenarioEffects;
  readonly validation: Validation;
  readonly destination: Destination;
  readonly timeline: Timeline;
}
