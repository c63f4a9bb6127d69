import {createProxy} from 'cr-checkout/proxy';
import {Hono} from 'hono';
import {serveStatic} from 'hono/bun';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
const pages = new Hono().use(serveStatic({root: './public'}));

Bun.serve({
  port: Number(env.PORT || 3000),
  // Bun ends what is silent for 10 seconds, and an event stream may be silent for 15, from heartbeat to heartbeat.
  idleTimeout: 60,
  fetch: (request, server) =>
    new URL(request.url).pathname.startsWith('/api/')
      ? proxy(request, {remoteAddress: server.requestIP(request)?.address})
      : pages.fetch(request),
});
