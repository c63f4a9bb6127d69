import {type RouteName, routes} from '../../routes.js';
import {ProxyError, retryAfter} from '../core/errors.js';
import {tell} from '../core/log.js';
import type {Call, Next, Stage} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {type Circuit, createCircuit, type End} from './circuit-breaker.js';

/** A route, or the API as a whole. */
export type CircuitName = RouteName | 'all';

export interface ApiCircuits {
  /** Stands before what counts calls: 503 with `Retry-After` at once where the API has stopped answering. */
  readonly refuseOpen: Stage;
  /** Notes what came of asking the API. */
  watched(ask: Next): Next;
  isOpen(name: CircuitName): boolean;
}

export const circuitNames: readonly CircuitName[] = ['all', ...(Object.keys(routes) as RouteName[])];

/** A failure that took less, such as a refused connection, holds nobody up: the API is asked again at once. Milliseconds. */
const noticeable = 1000;
/** A buyer who left after so long has met with silence. Milliseconds. */
const long = 10_000;

/**
 * Spares buyers the wait for an API that swallows what it is sent, or takes it and never answers: a circuit for each
 * route, for one may hang alone, and one for all. What is refused was not sent, so a refused order was not made.
 */
export function createApiCircuits(settings: Settings): ApiCircuits {
  const {now, timeouts} = settings;
  const slow = Math.min(noticeable, timeouts.connect);
  const circuits = new Map<CircuitName, Circuit>(
    circuitNames.map(name => {
      const onChange = (isOpen: boolean) =>
        tell(settings, {event: isOpen ? 'api_lost' : 'api_back', route: name});
      return [name, createCircuit({rest: timeouts.rest, now, onChange})];
    }),
  );
  const circuitsOf = ({route}: Call) => [circuits.get('all')!, circuits.get(route)!];

  function refuse(call: Call): void {
    const wait = Math.max(...circuitsOf(call).map(circuit => circuit.wait()));
    if (wait <= 0) return;
    throw new ProxyError(503, 'api_unavailable', 'The API has stopped answering', {
      headers: retryAfter(wait),
    });
  }

  return {
    async refuseOpen(call, next) {
      refuse(call);
      return next(call);
    },
    watched(ask) {
      return async call => {
        // Others may have gone since the first look.
        refuse(call);
        const leave = circuitsOf(call).map(circuit => circuit.enter());
        const startedAt = now();
        let end: End = 'neither';
        try {
          const answer = await ask(call);
          end = 'answer';
          return answer;
        } catch (error) {
          end = endOf(error, now() - startedAt, slow);
          throw error;
        } finally {
          for (const each of leave) each(end);
        }
      };
    },
    isOpen: name => circuits.get(name)!.isOpen,
  };
}

function endOf(error: unknown, ms: number, slow: number): End {
  if (!(error instanceof ProxyError)) return 'neither';
  if (error.code === 'api_timeout') return 'silence';
  if (error.code === 'api_unreachable') return ms < slow ? 'neither' : 'silence';
  if (error.code === 'buyer_left') return ms < long ? 'neither' : 'silence';
  return 'answer';
}
