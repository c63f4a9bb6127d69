import {type PathParameters, pathOf, routes} from '../../routes.js';
import {buyerAddress} from '../core/client-address.js';
import type {Call} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import type {ApiRequest} from '../core/upstream-client.js';
import {countryOfOrder} from '../middleware/order-schema.js';

/** The request to the API for a call: built from nothing, so that nothing of the browser's gets there by mistake. */
export function apiRequest(call: Call, settings: Settings): ApiRequest {
  const {route, query, body} = call;
  const path = pathOf(route, call.parameters as PathParameters<typeof route>);
  const search = query.size > 0 ? `?${new URLSearchParams([...query])}` : '';
  return {
    method: routes[route].method,
    url: `${settings.upstream}${path}${search}`,
    headers: apiHeaders(call, settings),
    ...(body ? {body: JSON.stringify(body)} : {}),
    isRepeatable: route !== 'createOrder',
  };
}

/** All headers that any version of the API's guide asks for, always. */
function apiHeaders({request, requestId, route, ...call}: Call, settings: Settings): Record<string, string> {
  const country =
    call.query.get('country_code') ?? call.parameters.country ?? (call.body && countryOfOrder(call.body));
  const address = buyerAddress(request, settings.trustedHops);
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

/** Printable ASCII, at most 512 characters. */
function headerValue(value: string | null): string {
  return (value ?? '')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 512)
    .trim();
}
