import {createProxy} from 'cr-checkout/proxy';
import {env} from '$env/dynamic/private';

let proxy;

/** Makes the proxy at the first request, as `vite build` imports this file without the secrets. */
export function fallback({request, getClientAddress}) {
  proxy ??= createProxy({
    partnerId: env.CRYPTOREFILLS_PARTNER_ID,
    appVersion: '1.0.0',
    secrets: [env.CHECKOUT_SECRET],
    upstream: env.CRYPTOREFILLS_UPSTREAM,
    basePath: '/api',
  });
  return proxy(request, {remoteAddress: getClientAddress()});
}
