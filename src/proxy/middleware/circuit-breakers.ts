import {type RouteName, routes} from '../../routes.js';
import {ProxyError} from '../core/errors.js';
import {writeLog} from '../core/log.js';
import type {Context, Handler, Middleware} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {type CircuitBreaker, createCircuitBreaker, type Outcome} from './circuit-breaker.js';

/** A route, or the API as a whole. */
export type CircuitName = RouteName | 'all';

export interface CircuitBreakers {
  /** Rejects with 503 and `Retry-After` while the API does not respond. Runs before requests are counted. */
  readonly rejectWhenOpen: Middleware;
  /** Wraps the final handler to observe its outcomes. */
  observe(handler: Handler): Handler;
  isOpen(name: CircuitName): boolean;
}

export const circuitNames: readonly CircuitName[] = ['all', ...(Object.keys(routes) as RouteName[])];

/** Milliseconds; a failure that took less, such as a refused connection, delays no buyer and does not count. */
const minFailureTime = 1000;
/** Milliseconds; the API counts as silent for a buyer who left after that. */
const minWaitOfBuyer = 10_000;

/**
 * Creates circuit breakers, which spare buyers the wait for an API that does not respond: one for each route, which may
 * hang alone, and one for all. A request that is rejected was not sent, so an order that is rejected was not created.
 */
export function createCircuitBreakers(settings: Settings): CircuitBreakers {
  const {now, timeouts} = settings;
  const threshold = Math.min(minFailureTime, timeouts.connect);
  const circuits = new Map<CircuitName, CircuitBreaker>(
    circuitNames.map(name => {
      const onChange = (isOpen: boolean) =>
        writeLog(settings, {event: isOpen ? 'api_lost' : 'api_back', route: name});
      return [name, createCircuitBreaker({cooldown: timeouts.rest, now, onChange})];
    }),
  );
  const whole = circuits.get('all')!;
  /** Returns what takes the outcome of a request. A stream that does not open says nothing about other requests. */
  function enter({route}: Context): (outcome: Outcome) => void {
    const leave = circuits.get(route)!.enter();
    if (route === 'subscribeOrder') return leave;
    const leaveWhole = whole.enter();
    return outcome => {
      leaveWhole(outcome);
      leave(outcome);
    };
  }

  function reject({route}: Context): void {
    const wait = Math.max(whole.wait(), circuits.get(route)!.wait());
    if (wait <= 0) return;
    throw new ProxyError(503, 'api_unavailable', 'The API has stopped answering', {retryAfter: wait});
  }

  return {
    rejectWhenOpen(context, next) {
      reject(context);
      return next(context);
    },
    observe(handler) {
      return async context => {
        // Checked again, as other requests may have been sent since the first check.
        reject(context);
        const leave = enter(context);
        const startedAt = now();
        let outcome: Outcome = 'unknown';
        try {
          const response = await handler(context);
          outcome = 'response';
          return response;
        } catch (error) {
          outcome = outcomeOf(error, now() - startedAt, threshold);
          throw error;
        } finally {
          leave(outcome);
        }
      };
    },
    isOpen: name => circuits.get(name)!.isOpen,
  };
}

function outcomeOf(error: unknown, ms: number, threshold: number): Outcome {
  if (!(error instanceof ProxyError)) return 'unknown';
  if (error.code === 'api_timeout') return 'failure';
  if (error.code === 'api_unreachable') return ms < threshold ? 'unknown' : 'failure';
  if (error.code === 'buyer_left') return ms < minWaitOfBuyer ? 'unknown' : 'failure';
  return 'response';
}
