import {type PathParameters, pathOf, routes} from '../../routes.js';
import {clientAddress} from '../core/client-address.js';
import type {Context, OrderBody} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {UpstreamRequest} from '../core/upstream-client.js';

/** Builds the request to the API from checked values only, so that nothing of the browser's request gets there by mistake. */
export function upstreamRequest(context: Context, settings: Settings): UpstreamRequest {
  const {route, query, body} = context;
  const path = pathOf(route, context.parameters as PathParameters<typeof route>);
  const search = query.size > 0 ? `?${new URLSearchParams([...query])}` : '';
  return {
    method: routes[route].method,
    url: `${settings.upstream}${path}${search}`,
    headers: upstreamHeaders(context, settings),
    ...(body ? {body: JSON.stringify(body)} : {}),
    isRepeatable: route !== 'createOrder',
  };
}

/** Returns every header that any version of the API's guide requires. */
function upstreamHeaders(context: Context, settings: Settings): Record<string, string> {
  const {request, requestId, route, query, parameters, body} = context;
  const country = query.get('country_code') ?? parameters.country ?? (body && orderCountry(body));
  const address = clientAddress(request, settings.trustedHops);
  return {
    'x-cr-application': settings.partnerId,
    'x-cr-version': settings.appVersion,
    'x-country-iso-code': country ?? settings.defaultCountry,
    ...(address ? {'x-forwarded-for': address} : {}),
    'user-agent': headerValue(request.headers.get('user-agent')) || 'unknown',
    'content-type': 'application/json',
    accept: route === 'subscribeOrder' ? 'text/event-stream' : 'application/json',
    'x-request-id': requestId,
  };
}

/** Returns the country of the first delivery, in its flat or its nested form; `undefined` if it names none. */
function orderCountry({deliveries: [first]}: OrderBody): string | undefined {
  return first?.country_code ?? first?.deliverable?.country_code;
}

/** Reduces a value to at most 512 characters of printable ASCII. */
function headerValue(value: string | null): string {
  return (value ?? '')
    .slice(0, 512)
    .replace(/[^\x20-\x7e]/g, '?')
    .trim();
}
