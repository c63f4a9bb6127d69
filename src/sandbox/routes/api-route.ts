import type {RouteName} from '../../routes.js';
import type {StreamFault} from '../faults/fault.js';
import {errorResponse} from '../support/responses.js';

/** A request to a route of the API. */
export interface ApiCall {
  readonly request: Request;
  readonly url: URL;
  /** The parts of the path that the route names. */
  readonly parameters: Readonly<Record<string, string>>;
  /** For the event stream. */
  readonly fault?: StreamFault | undefined;
}

export type ApiHandler = (call: ApiCall) => Response | Promise<Response>;

/** A handler for each route of the API: a forgotten one does not compile. */
export type ApiRoutes = Readonly<Record<RouteName, ApiHandler>>;

export function missing(name: string): Response {
  return errorResponse(400, 'INVALID_REQUEST', `${name} is missing.`);
}
