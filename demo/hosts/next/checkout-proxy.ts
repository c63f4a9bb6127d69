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
    // A route of Next does not know the client’s address. The proxy in front of it (Vercel, nginx) adds the header.
    trustedHops: 1,
  });
  return proxy(request);
}
