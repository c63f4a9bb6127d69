import {type CheckoutProxy, createProxy} from 'cr-checkout/proxy';

export const dynamic = 'force-dynamic';

let proxy: CheckoutProxy | undefined;

/** Made with the first request: while the app is built, there are no secrets. */
function answer(request: Request): Promise<Response> {
  proxy ??= createProxy({
    partnerId: process.env.CRYPTOREFILLS_PARTNER_ID ?? '',
    appVersion: '1.0.0',
    secrets: [process.env.CHECKOUT_SECRET ?? ''],
    ...(process.env.CRYPTOREFILLS_UPSTREAM && {upstream: process.env.CRYPTOREFILLS_UPSTREAM}),
    basePath: '/api',
    trustedHops: 1,
  });
  return proxy(request);
}

export {answer as GET, answer as POST};
