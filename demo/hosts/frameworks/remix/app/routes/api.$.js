import {createProxy} from 'cr-checkout/proxy';

let proxy;

/** Makes the proxy at the first request, as the build imports this file without the secrets. */
function checkout({request}) {
  const {env} = process;
  proxy ??= createProxy({
    partnerId: env.CRYPTOREFILLS_PARTNER_ID,
    appVersion: '1.0.0',
    secrets: [env.CHECKOUT_SECRET],
    upstream: env.CRYPTOREFILLS_UPSTREAM,
    basePath: '/api',
    // A route does not know the client’s address. The proxy in front of it adds the header.
    trustedHops: 1,
  });
  return proxy(request);
}

export {checkout as action, checkout as loader};
