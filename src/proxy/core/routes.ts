import {type RouteName, routes} from '../../routes.js';
import {orderIdPattern} from './order.js';

/** Routes that the proxy answers by itself. */
export type OwnRoute = 'health' | 'ready' | 'metrics';

export interface RouteMatch {
  readonly name: RouteName | OwnRoute;
  readonly methods: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

/** Sources of regular expressions for the path parameters of `routes`. */
const parameterPatterns: Readonly<Record<string, string>> = {
  country: '[A-Za-z]{2}',
  orderId: `${orderIdPattern}(?:\\.[\\w-]{22})?`,
};

/** Every path that is let through. */
const entries = [
  ...(Object.keys(routes) as RouteName[]).map(name => entry(name, [routes[name].method], routes[name].path)),
  entry('subscribeOrder', ['GET'], '/orders/:orderId/subscribe'),
  entry('health', ['GET', 'HEAD'], '/healthz'),
  entry('ready', ['GET', 'HEAD'], '/readyz'),
  entry('metrics', ['GET'], '/metrics'),
];
/** Paths without parameters, which come first: that of validations could be one of an order. */
const plain = new Map<string, RouteMatch>(
  entries.filter(({path}) => !path.includes(':')).map(each => [each.path, each]),
);
const patterns = entries.filter(({path}) => path.includes(':'));

function entry(name: RouteMatch['name'], methods: readonly string[], path: string) {
  const pattern = path.replace(/:(\w+)/g, (_, key) => `(?<${key}>${parameterPatterns[key]})`);
  return {name, methods, path, pattern: new RegExp(`^${pattern}$`), parameters: {}};
}

/**
 * Finds the route of a path below `basePath`, whatever the method; `undefined` if there is none. Decodes nothing: no
 * route needs a `%`, so a path with one does not match.
 */
export function matchRoute(pathname: string, basePath: string): RouteMatch | undefined {
  if (!pathname.startsWith(`${basePath}/`)) return undefined;
  // Frameworks may add a slash at the end of every path.
  const path = pathname.slice(basePath.length, pathname.endsWith('/') ? -1 : undefined);
  const match = plain.get(path);
  if (match) return match;
  for (const {name, methods, pattern} of patterns) {
    const found = pattern.exec(path);
    if (!found) continue;
    const {country} = found.groups ?? {};
    return {name, methods, parameters: country ? {country: country.toUpperCase()} : {...found.groups}};
  }
  return undefined;
}
