import {type CheckoutProxy, createProxy} from 'cr-checkout/proxy';

let proxy: CheckoutProxy | undefined;

/** Made at the first request: `next build` imports this too, and has no secrets. */
export function checkoutProxy(request: Request): Promise<Response> {
  const {env} = process;
  proxy ??= createProxy({
    partnerId: env.CRYPTOREFILLS_PARTNER_ID!,
    appVersion: '1.0.0',
    secrets: [env.CHECKOUT_SECRET!],
    upstream: env.CRYPTOREFILLS_UPSTREAM,
    basePath: '/api',
    // A route of Next is not told who is connected. What stands in front of it (Vercel, nginx) adds the header.
    trustedHops: 1,
  });
  return proxy(request);
}
