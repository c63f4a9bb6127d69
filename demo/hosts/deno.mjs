import {createProxy} from 'cr-checkout/proxy';
import {Hono} from 'hono';
import {serveStatic} from 'hono/deno';

const env = Deno.env.toObject();
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
const pages = new Hono().use(serveStatic({root: './public'}));

Deno.serve({port: Number(env.PORT || 3000)}, (request, {remoteAddr}) =>
  new URL(request.url).pathname.startsWith('/api/')
    ? proxy(request, {remoteAddress: remoteAddr.hostname})
    : pages.fetch(request),
);
