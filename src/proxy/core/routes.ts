import {type RouteName, routes} from '../../routes.js';

/** What the proxy answers by itself. */
export type OwnRoute = 'health' | 'ready' | 'metrics';

export interface Match {
  readonly name: RouteName | OwnRoute;
  readonly methods: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

const parameterForms: Readonly<Record<string, string>> = {
  country: '[A-Za-z]{2}',
  orderId: '[\\w-]{1,64}(?:\\.[\\w-]{22})?',
};

/** All that is let through. The first that fits is taken, and in `routes` the path of validations stands before order ids. */
const entries = [
  ...(Object.keys(routes) as RouteName[]).map(name => entry(name, [routes[name].method], routes[name].path)),
  entry('subscribeOrder', ['GET'], '/orders/:orderId/subscribe'),
  entry('health', ['GET', 'HEAD'], '/healthz'),
  entry('ready', ['GET', 'HEAD'], '/readyz'),
  entry('metrics', ['GET'], '/metrics'),
];

function entry(name: Match['name'], methods: readonly string[], path: string) {
  const form = path.replace(/:(\w+)/g, (_, key) => `(?<${key}>${parameterForms[key]})`);
  return {name, methods, form: new RegExp(`^${form}$`)};
}

/**
 * Finds the route of a path below `basePath`, whatever the method. Nothing is decoded: no path of ours needs a `%`, so
 * one that has it is not ours.
 */
export function matchRoute(pathname: string, basePath: string): Match | undefined {
  if (!pathname.startsWith(`${basePath}/`)) return undefined;
  const path = pathname.slice(basePath.length);
  for (const {name, methods, form} of entries) {
    const found = form.exec(path);
    if (!found) continue;
    const {country} = found.groups ?? {};
    return {name, methods, parameters: country ? {country: country.toUpperCase()} : {...found.groups}};
  }
  return undefined;
}
