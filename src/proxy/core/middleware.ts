import type {RouteName} from '../../routes.js';
import type {OrderBody} from '../middleware/order-schema.js';
import type {Answer} from './errors.js';
import type {Asked} from './request.js';

/** One request on its way to the API, checked so far as the stages before have checked it. */
export interface Call {
  readonly request: Asked;
  readonly requestId: string;
  readonly route: RouteName;
  readonly query: ReadonlyMap<string, string>;
  /** The order id as the browser has it. */
  readonly handle?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: OrderBody;
  /** To be called once when the event stream that is asked for is over. */
  readonly leave?: () => void;
}

/** A step between the browser and the API: passes the call on, changed or not, and may change what comes back. */
export type Stage = (call: Call, next: Next) => Answer | Promise<Answer>;
export type Next = (call: Call) => Answer | Promise<Answer>;

/** One function out of a list of stages; the last goes to the API. */
export function chain(stages: readonly Stage[], last: Next): Next {
  return stages.reduceRight<Next>((next, stage) => call => stage(call, next), last);
}
