import {type RouteName, routes} from '../../routes.js';
import {isRecord} from '../orders/order-request.js';

/** What can befall an answer. */
export const answerFaults = ['status', 'html', 'shape', 'truncate', 'hang', 'drop', 'delay'] as const;

/** What can befall an event stream, and nothing else. */
export const streamFaults = [
  'silent',
  'buffer',
  'cut',
  'half',
  'junk',
  'duplicate',
  'stale',
  'endless',
] as const;

export type AnswerFaultKind = (typeof answerFaults)[number];
export type StreamFaultKind = (typeof streamFaults)[number];

/** Something that goes wrong on purpose, for the next requests of some routes. */
export interface Fault {
  /** Which routes, by their names in `routes.ts`; all of them when missing or empty. */
  readonly routes?: readonly RouteName[] | undefined;
  /** How many requests; 1 unless said, 0 until the faults are cleared. */
  readonly times?: number | undefined;
  /** For how many milliseconds of the sandbox's clock; without `times` every request in it. */
  readonly lasts?: number | undefined;
  /** How many requests go well first; 0 unless said. */
  readonly skip?: number | undefined;
  /**
   * `before` the sandbox does anything (the default), or `after`, so that an order is made and its answer is lost.
   */
  readonly when?: 'before' | 'after' | undefined;
  /**
   * `status`: an error of that status. `html`: a page instead of JSON. `shape`: JSON that means nothing. `truncate`: the
   * first half of the right JSON. `hang`: no answer until the caller gives up. `drop`: the connection breaks inside the
   * answer. `delay`: the right answer, late.
   *
   * Of a stream: `silent`: open, and nothing said. `buffer`: all is held until the end. `cut`: it breaks after so many
   * `milliseconds`. `half`: it breaks inside the first message. `junk`: messages that mean nothing before each true one.
   * `duplicate`: each twice. `stale`: the one before again after each. `endless`: never `stop`, never closed.
   */
  readonly fault: AnswerFaultKind | StreamFaultKind;
  /** For `status`, 503 unless said, and for `html`, 200 unless said. */
  readonly status?: number | undefined;
  /** For `status`: seconds in a `Retry-After` header. */
  readonly retryAfter?: number | undefined;
  /** For `status`: seconds until the time that `X-RateLimit-Reset` names. */
  readonly resetAfter?: number | undefined;
  /** For `delay` and `cut`; 1000 unless said. */
  readonly milliseconds?: number | undefined;
}

export type StreamFault = Fault & {readonly fault: StreamFaultKind};

const numbers = ['times', 'lasts', 'skip', 'status', 'retryAfter', 'resetAfter', 'milliseconds'] as const;

/** Reads the body of `POST /sandbox/faults`; a text says what is wrong with it. */
export function readFault(body: unknown): Fault | string {
  if (!isRecord(body)) return 'The body must be a JSON object.';
  const kinds = [...answerFaults, ...streamFaults];
  const fault = kinds.find(kind => kind === body.fault);
  if (!fault) return `fault must be one of ${kinds.join(', ')}.`;
  const names = body.routes ?? [];
  if (!Array.isArray(names) || !names.every(isRouteName)) {
    return `routes must be a list of ${Object.keys(routes).join(', ')}.`;
  }
  for (const key of numbers) {
    const value = body[key];
    if (value !== undefined && !(Number.isInteger(value) && Number(value) >= 0))
      return `${key} must be a whole number.`;
  }
  const status = body.status ?? 503;
  if (Number(status) < 400 || Number(status) > 599) return 'status must be from 400 to 599.';
  if (body.when !== undefined && body.when !== 'before' && body.when !== 'after')
    return 'when must be before or after.';
  const wanted = {...body, fault, routes: names};
  return names.length === 0 || names.some(name => appliesTo(wanted, name))
    ? wanted
    : `${fault} cannot befall ${names.join(', ')}.`;
}

function isRouteName(value: unknown): value is RouteName {
  return typeof value === 'string' && value in routes;
}

export function isStreamKind(kind: Fault['fault']): kind is StreamFaultKind {
  return streamFaults.some(candidate => candidate === kind);
}

export function isStreamFault(fault: Fault): fault is StreamFault {
  return isStreamKind(fault.fault);
}

/** Whether a fault can happen on a route: a stream has its own, and its text is never whole, so that it has no half. */
function appliesTo(fault: Fault, route: RouteName): boolean {
  if (fault.routes?.length && !fault.routes.includes(route)) return false;
  const isStream = route === 'subscribeOrder';
  return isStreamFault(fault) ? isStream : !(isStream && fault.fault === 'truncate');
}

/** The faults waiting for their requests, the first one first. */
export interface FaultQueue {
  add(fault: Fault): void;
  /** The fault that befalls this request, if one does. */
  take(route: RouteName): Fault | undefined;
  list(): readonly Fault[];
  clear(): void;
}

interface Entry {
  readonly fault: Fault;
  readonly until: number;
  left: number;
  skip: number;
}

export function createFaultQueue(now: () => number): FaultQueue {
  let queue: Entry[] = [];
  const sweep = () => {
    queue = queue.filter(({left, until}) => left > 0 && now() < until);
  };
  return {
    add(fault) {
      const {times = fault.lasts === undefined ? 1 : 0, lasts = Number.POSITIVE_INFINITY, skip = 0} = fault;
      queue.push({fault, skip, until: now() + lasts, left: times || Number.POSITIVE_INFINITY});
    },
    take(route) {
      sweep();
      for (const entry of queue.filter(({fault}) => appliesTo(fault, route))) {
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        sweep();
        return entry.fault;
      }
      return undefined;
    },
    list() {
      sweep();
      return queue.map(({fault}) => fault);
    },
    clear: () => {
      queue = [];
    },
  };
}
