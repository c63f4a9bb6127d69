import {env} from 'cloudflare:workers';
import {createProxy} from 'cr-checkout/proxy';

const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});

export default {
  // Cloudflare itself sets the header, whatever a buyer sends. What is not below /api is one of the assets.
  fetch: (request, _, context) =>
    proxy(request, {
      remoteAddress: request.headers.get('cf-connecting-ip') ?? undefined,
      waitUntil: work => context.waitUntil(work),
    }),
};
