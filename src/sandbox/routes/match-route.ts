import {type RouteName, routes} from '../../routes.js';

export interface Match {
  readonly name: RouteName;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the route of a request, below whatever prefix; `undefined` for a path or method that is none. */
export function matchRoute(method: string, path: string): Match | undefined {
  for (const [name, route] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    if (route.method !== method) continue;
    const pattern = route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^.*?${pattern}/?$`).exec(path);
    if (!found) continue;
    return {name, parameters: found.groups ?? {}};
  }
  return undefined;
}
