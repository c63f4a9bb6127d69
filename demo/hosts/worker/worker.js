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
  // Cloudflare sets the header itself, whatever a buyer sends. Everything outside of /api is an asset.
  fetch: (request, _, context) =>
    proxy(request, {
      remoteAddress: request.headers.get('cf-connecting-ip') ?? undefined,
      waitUntil: work => context.waitUntil(work),
    }),
};
