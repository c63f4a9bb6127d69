import {createProxy} from 'cr-checkout/proxy';

export const prerender = false;
let proxy;

/** Makes the proxy at the first request, as `astro build` imports this file without the secrets. */
export function ALL({request}) {
  const {env} = process;
  proxy ??= createProxy({
    partnerId: env.CRYPTOREFILLS_PARTNER_ID,
    appVersion: '1.0.0',
    secrets: [env.CHECKOUT_SECRET],
    upstream: env.CRYPTOREFILLS_UPSTREAM,
    basePath: '/api',
    // On Node, `clientAddress` is what the buyer wrote into the header; this is what the proxy in front added.
    trustedHops: 1,
  });
  return proxy(request);
}
