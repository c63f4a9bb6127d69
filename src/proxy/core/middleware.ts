import type {RouteName} from '../../routes.js';
import type {ProxyRequest} from './request.js';
import type {ProxyResponse} from './response.js';

/** The checked body of a validation or an order; other fields pass through untyped. */
export interface OrderBody {
  readonly deliveries: readonly {
    readonly country_code?: string | undefined;
    readonly deliverable?: {readonly country_code?: string | undefined} | undefined;
  }[];
}

/** A request on its way to the API, with everything that earlier middleware has checked. */
export interface Context {
  readonly request: ProxyRequest;
  readonly requestId: string;
  readonly route: RouteName;
  /** Allowed query parameters in the order of the route's rule. */
  readonly query: ReadonlyMap<string, string>;
  /** The order id as the browser sent it, verified. */
  readonly signedOrderId?: string;
  /** Path parameters; `orderId` is the API's own id once it was verified. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: OrderBody;
  /** Called once when the event stream of this request has ended. */
  readonly onStreamEnd?: () => void;
}

export type Handler = (context: Context) => ProxyResponse | Promise<ProxyResponse>;

/** Passes the request on, changed or not, and may change or replace the response. */
export type Middleware = (context: Context, next: Handler) => ProxyResponse | Promise<ProxyResponse>;

/** Combines middleware, the first outermost, and the final handler into one handler. */
export function compose(middleware: readonly Middleware[], handler: Handler): Handler {
  return middleware.reduceRight<Handler>((next, each) => context => each(context, next), handler);
}
