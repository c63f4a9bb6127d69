import * as z from 'zod/v4/core';

import {type PathParameters, pathOf, type RouteName, routes} from '../routes.js';
import {ApiError} from './errors.js';
import {problemsSchema} from './problems-schema.js';
import {type Fetch, requestJson} from './request-json.js';
import {read} from './wire.js';

export interface ApiOptions {
  /** Base of the partner's proxy, absolute. */
  readonly proxyUrl: string;
  readonly fetch: Fetch;
  /** Aborts every request of this client. */
  readonly signal: AbortSignal;
  /** Called with the server's time from responses about orders: others may come from a cache. */
  readonly onDate?: ((serverTime: number) => void) | undefined;
}

interface CallOptions<Name extends RouteName> {
  /** Values of the path; none by default. */
  readonly parameters?: PathParameters<Name>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds that a read may take: a listing can need 20 seconds, and the screen says so meanwhile. */
const READ_TIMEOUT = 45_000;

/**
 * Makes the function that calls a route and parses its response by a schema. It throws an `ApiError`, or the reason of the
 * signal that aborted it. It retries nothing.
 */
export function createCaller({proxyUrl, fetch, signal: life, onDate}: ApiOptions) {
  const base = proxyUrl.replace(/\/+$/, '');
  /** URLs whose last response could not be parsed: the browser's cache may hold it, and revalidation would confirm it. */
  const doubted = new Set<string>();

  return async function call<Name extends RouteName, Shape>(
    name: Name,
    schema: z.$ZodType<Shape>,
    {
      parameters = {} as PathParameters<Name>,
      query = {},
      body,
      headers = {},
      timeout = READ_TIMEOUT,
      signal,
    }: CallOptions<Name>,
  ): Promise<Shape> {
    const search = new URLSearchParams(query).toString();
    const url = `${base}${pathOf(name, parameters)}${search && `?${search}`}`;
    const init: RequestInit = {
      method: routes[name].method,
      cache: doubted.has(url) ? 'reload' : 'default',
      headers: {
        accept: 'application/json',
        ...(body ? {'content-type': 'application/json'} : {}),
        ...headers,
      },
      body: body ? JSON.stringify(body) : null,
    };
    // Throws for an address that no request can be made of: that is no fault of the connection.
    new Request(url);
    doubted.add(url);
    const json = await requestJson([url, init], {
      fetch,
      timeout,
      signal: signal ? AbortSignal.any([life, signal]) : life,
      onDate: body || name === 'getOrder' ? onDate : undefined,
    });
    const parsed = z.safeParse(schema, json);
    if (!parsed.success) throw responseError(name, json, parsed.error);
    doubted.delete(url);
    return parsed.data;
  };
}

/** Explains why a response does not fit its schema: problems of an order, or the first field that is missing or wrong. */
function responseError(name: RouteName, json: unknown, {issues}: z.$ZodError): ApiError {
  const problems = read(problemsSchema, json) ?? [];
  if (problems.length > 0) return new ApiError('order_problems', '', {problems});
  const [issue] = issues;
  const path = issue?.path.join('.');
  const expected = issue?.code === 'invalid_type' ? issue.expected : 'valid body';
  return new ApiError(
    'response_invalid',
    `The response to ${name} ${path ? `has no ${path}` : `is no ${expected}`}.`,
  );
}
