import type {RouteName} from '../../routes.js';
import {type AnswerFaultKind, answerFaultKinds} from './answer-faults.js';
import {type StreamFaultKind, streamFaultKinds} from './stream-faults.js';

/** Something that goes wrong on purpose with the next requests. */
export interface Fault {
  /** Names of the routes, as in `routes.ts`. Default: all. */
  readonly routes?: readonly RouteName[] | undefined;
  /** Number of requests; 0 until the faults are cleared. Default: 1, or 0 when `lasts` is set. */
  readonly times?: number | undefined;
  /** Milliseconds of the sandbox's clock after which it ends. Default: never. */
  readonly lasts?: number | undefined;
  /** Number of requests that go well first. Default: 0. */
  readonly skip?: number | undefined;
  /** `before` the request is handled, or `after`, so that an order is made and its response is lost. Default: `before`. */
  readonly when?: 'before' | 'after' | undefined;
  /**
   * `status`: an error of that status. `html`: a page instead of JSON. `shape`: JSON of another shape. `truncate`: the
   * first half of the JSON. `hang`: no response until the request is aborted. `drop`: the connection breaks inside the
   * body. `delay`: the right response, late.
   *
   * Of a stream: `silent`: open without a message. `buffer`: all messages at the end. `cut`: breaks after `milliseconds`.
   * `half`: breaks inside the first message. `junk`: meaningless messages before each message. `duplicate`: each message
   * twice. `stale`: the previous message again after each one. `endless`: no `stop`, and the stream stays open.
   */
  readonly fault: AnswerFaultKind | StreamFaultKind;
  /** Of `status` (default: 503) and `html` (default: 200). */
  readonly status?: number | undefined;
  /** Of `status`: seconds for a `Retry-After` header. Default: no header. */
  readonly retryAfter?: number | undefined;
  /** Of `status`: seconds until the time in an `X-RateLimit-Reset` header. Default: no header. */
  readonly resetAfter?: number | undefined;
  /** Of `delay` and `cut`. Default: 1000. */
  readonly milliseconds?: number | undefined;
}

export type AnswerFault = Fault & {readonly fault: AnswerFaultKind};
export type StreamFault = Fault & {readonly fault: StreamFaultKind};

export const faultKinds: readonly Fault['fault'][] = [...answerFaultKinds, ...streamFaultKinds];

export function isAnswerFault(fault: Fault): fault is AnswerFault {
  return answerFaultKinds.some(kind => kind === fault.fault);
}

export function isStreamFault(fault: Fault): fault is StreamFault {
  return streamFaultKinds.some(kind => kind === fault.fault);
}

/** Checks whether a fault can happen on a route. A stream has no first half, so `truncate` does not apply to it. */
export function appliesTo(fault: Fault, route: RouteName): boolean {
  if (fault.routes?.length && !fault.routes.includes(route)) return false;
  const isStream = route === 'subscribeOrder';
  return isStreamFault(fault) ? isStream : !(isStream && fault.fault === 'truncate');
}
