/**
 * The API calls a checkout makes: method and path, nothing else. The client makes them, the proxy lets no others
 * through, and the sandbox answers each. `:name` marks a path parameter. A path is that of the first route that it fits.
 */
export const routes = {
  listPaymentVias: {method: 'GET', path: '/v3/payment_vias'},
  listBrands: {method: 'GET', path: '/v2/brands'},
  getHomepage: {method: 'GET', path: '/v2/homepage'},
  listProducts: {method: 'GET', path: '/v5/products/country/:country'},
  getPrice: {method: 'GET', path: '/v4/products/price'},
  validateOrder: {method: 'POST', path: '/v5/orders/validations'},
  createOrder: {method: 'POST', path: '/v5/orders'},
  getOrder: {method: 'GET', path: '/v5/orders/:orderId'},
  subscribeOrder: {method: 'GET', path: '/v5/orders/:orderId/subscribe'},
} as const satisfies Record<string, Route>;

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
}

export type RouteName = keyof typeof routes;

type ParameterName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The values that a route's path needs, by name. */
export type PathParameters<Name extends RouteName> = {
  readonly [Key in ParameterName<(typeof routes)[Name]['path']>]: string;
};

/** The path of a route with its parameters filled in and encoded. */
export function pathOf<Name extends RouteName>(name: Name, parameters: PathParameters<Name>): string {
  const values: Readonly<Record<string, string>> = parameters;
  return routes[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
}
