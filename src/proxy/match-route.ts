import {type RouteName, routes} from '../routes.js';

/** What the proxy answers by itself. */
export type OwnRoute = 'health' | 'ready' | 'metrics';

export interface Match {
  readonly name: RouteName | OwnRoute;
  readonly methods: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

interface Entry {
  readonly name: RouteName | OwnRoute;
  readonly methods: readonly string[];
  readonly segments: readonly string[];
}

const parameterForms: Readonly<Record<string, RegExp>> = {
  country: /^[A-Za-z]{2}$/,
  orderId: /^[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9_-]{22})?$/,
};

/** All that is let through; paths without parameters first, so that `validations` is no order id. */
const entries: readonly Entry[] = [
  ...(Object.keys(routes) as RouteName[]).map(name => entry(name, [routes[name].method], routes[name].path)),
  entry('subscribeOrder', ['GET'], '/orders/:orderId/subscribe'),
  entry('health', ['GET', 'HEAD'], '/healthz'),
  entry('ready', ['GET', 'HEAD'], '/readyz'),
  entry('metrics', ['GET'], '/metrics'),
].sort((a, b) => parameterCount(a) - parameterCount(b));

function entry(name: Entry['name'], methods: readonly string[], path: string): Entry {
  return {name, methods, segments: path.split('/')};
}

function parameterCount({segments}: Entry): number {
  return segments.filter(segment => segment.startsWith(':')).length;
}

/**
 * Finds the route of a path below `basePath`, whatever the method. Nothing is decoded: no path of ours needs a `%`, so
 * one that has it is not ours.
 */
export function matchRoute(pathname: string, basePath: string): Match | undefined {
  if (!pathname.startsWith(`${basePath}/`)) return undefined;
  const parts = pathname.slice(basePath.length).split('/');
  for (const {name, methods, segments} of entries) {
    const parameters = matchSegments(segments, parts);
    if (parameters) return {name, methods, parameters};
  }
  return undefined;
}

function matchSegments(
  segments: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    if (!segment.startsWith(':')) {
      if (segment !== part) return undefined;
      continue;
    }
    const name = segment.slice(1);
    if (!parameterForms[name]?.test(part)) return undefined;
    parameters[name] = name === 'country' ? part.toUpperCase() : part;
  }
  return parameters;
}
