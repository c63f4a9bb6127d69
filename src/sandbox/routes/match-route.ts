import {type RouteName, routes} from '../../routes.js';

export interface RouteMatch {
  readonly name: RouteName;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the route of a request below any prefix; `undefined` when no method and path fit. */
export function matchRoute(method: string, path: string): RouteMatch | undefined {
  for (const [name, route] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    if (route.method !== method) continue;
    const pattern = route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^.*?${pattern}/?$`).exec(path);
    if (found) return {name, parameters: found.groups ?? {}};
  }
  return undefined;
}
