import {type RouteName, routes} from '../routes.js';
import {isRecord} from './basket.js';

/** Something that goes wrong on purpose, for the next requests of some routes. */
export interface Fault {
  /** Which routes, by their names in `routes.ts`; all of them when missing or empty. */
  readonly routes?: readonly RouteName[] | undefined;
  /** How many requests; 1 unless said, 0 until the faults are cleared. */
  readonly times?: number | undefined;
  /**
   * `before` the sandbox does anything (the default), or `after`, so that an order is made and its answer is lost.
   */
  readonly when?: 'before' | 'after' | undefined;
  /**
   * `status`: an error of that status. `html`: a page instead of JSON. `shape`: JSON that means nothing.
   * `hang`: no answer until the caller gives up. `drop`: the connection breaks inside the answer.
   * `delay`: the right answer, late.
   */
  readonly fault: 'status' | 'html' | 'shape' | 'hang' | 'drop' | 'delay';
  /** For `status`; 503 unless said. */
  readonly status?: number | undefined;
  /** For `status`: seconds in a `Retry-After` header. */
  readonly retryAfter?: number | undefined;
  /** For `delay`: milliseconds; 1000 unless said. */
  readonly milliseconds?: number | undefined;
}

const kinds: readonly string[] = ['status', 'html', 'shape', 'hang', 'drop', 'delay'];

/** Reads the body of `POST /sandbox/faults`; a text says what is wrong with it. */
export function readFault(body: unknown): Fault | string {
  if (!isRecord(body)) return 'The body must be a JSON object.';
  if (typeof body.fault !== 'string' || !kinds.includes(body.fault))
    return `fault must be one of ${kinds.join(', ')}.`;
  const names = body.routes ?? [];
  if (!Array.isArray(names) || !names.every(isRouteName)) {
    return `routes must be a list of ${Object.keys(routes).join(', ')}.`;
  }
  for (const key of ['times', 'status', 'retryAfter', 'milliseconds'] as const) {
    const value = body[key];
    if (value !== undefined && !(Number.isInteger(value) && Number(value) >= 0))
      return `${key} must be a whole number.`;
  }
  const status = body.status ?? 503;
  if (Number(status) < 400 || Number(status) > 599) return 'status must be from 400 to 599.';
  if (body.when !== undefined && body.when !== 'before' && body.when !== 'after')
    return 'when must be before or after.';
  return {...body, fault: body.fault as Fault['fault'], routes: names};
}

function isRouteName(value: unknown): value is RouteName {
  return typeof value === 'string' && value in routes;
}

/** The faults waiting for their requests, the first one first. */
export interface FaultQueue {
  add(fault: Fault): void;
  /** The fault that befalls this request, if one does. */
  take(route: RouteName): Fault | undefined;
  list(): readonly Fault[];
  clear(): void;
}

export function createFaultQueue(): FaultQueue {
  let queue: {readonly fault: Fault; left: number}[] = [];
  return {
    add: fault =>
      void queue.push({fault, left: fault.times === 0 ? Number.POSITIVE_INFINITY : (fault.times ?? 1)}),
    take(route) {
      const entry = queue.find(({fault}) => !fault.routes?.length || fault.routes.includes(route));
      if (!entry) return undefined;
      entry.left -= 1;
      queue = queue.filter(({left}) => left > 0);
      return entry.fault;
    },
    list: () => queue.map(({fault}) => fault),
    clear: () => {
      queue = [];
    },
  };
}
