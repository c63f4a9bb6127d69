import {type PathParameters, pathOf, type RouteName, routes} from '../routes.js';
import {ApiError} from './errors.js';
import {readProblems} from './problems-schema.js';
import {type Fetch, requestJson} from './request-json.js';
import type {Reader} from './wire.js';

export interface ApiOptions {
  /** Base of the partner's proxy, absolute. */
  readonly proxyUrl: string;
  readonly fetch: Fetch;
  /** Ends every request of this client. */
  readonly signal: AbortSignal;
  /** Hears the server's time from answers about orders: others may come from a cache. */
  readonly onDate?: ((serverTime: number) => void) | undefined;
}

interface CallOptions<Name extends RouteName> {
  readonly parameters: PathParameters<Name>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Reads wait long, because a listing can take 20 seconds; the screen says so meanwhile. */
const READ_TIMEOUT = 45_000;

/** Calls a route and reads its answer. Throws an `ApiError`, or the reason of the signal that ended it. Nothing is retried. */
export function createCaller({proxyUrl, fetch, signal: life, onDate}: ApiOptions) {
  const base = proxyUrl.replace(/\/+$/, '');
  /** Addresses whose last answer made no sense. The browser may have kept it, and would be told that it still holds. */
  const doubted = new Set<string>();

  return async function call<Name extends RouteName, Shape>(
    name: Name,
    read: Reader<Shape>,
    options: CallOptions<Name>,
  ): Promise<Shape> {
    const {parameters, query = {}, body, headers = {}, timeout = READ_TIMEOUT, signal} = options;
    const search = new URLSearchParams(query).toString();
    const url = `${base}${pathOf(name, parameters)}${search && `?${search}`}`;
    const request = new Request(url, {
      method: routes[name].method,
      cache: doubted.has(url) ? 'reload' : 'default',
      headers: {
        accept: 'application/json',
        ...(body ? {'content-type': 'application/json'} : {}),
        ...headers,
      },
      body: body ? JSON.stringify(body) : null,
    });
    doubted.add(url);
    const json = await requestJson(request, {
      fetch,
      timeout,
      signal: signal ? AbortSignal.any([life, signal]) : life,
      onDate: body || name === 'getOrder' ? onDate : undefined,
    });
    const answer = read(json);
    if (answer !== undefined) {
      doubted.delete(url);
      return answer;
    }
    const problems = readProblems(json);
    if (problems.length > 0) throw new ApiError('order_problems', '', {problems});
    throw new ApiError('response_invalid', `The answer to ${name} has an unexpected shape.`);
  };
}
