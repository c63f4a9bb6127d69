import {type RouteName, routes} from '../routes.js';

export interface Match {
  readonly name: RouteName;
  readonly parameters: Readonly<Record<string, string>>;
  /** What stood before the API's path: empty for the API itself, a mount point when we also play the proxy. */
  readonly prefix: string;
}

/** Finds the route of a request, below whatever prefix; `undefined` for a path or method that is none. */
export function matchRoute(method: string, path: string): Match | undefined {
  for (const [name, route] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    if (route.method !== method) continue;
    const pattern = route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^(?<prefix>.*?)${pattern}/?$`).exec(path);
    if (!found) continue;
    const {prefix = '', ...parameters} = found.groups ?? {};
    return {name, parameters, prefix};
  }
  return undefined;
}
