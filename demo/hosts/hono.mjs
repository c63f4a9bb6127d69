import {serve} from '@hono/node-server';
import {getConnInfo} from '@hono/node-server/conninfo';
import {serveStatic} from '@hono/node-server/serve-static';
import {createProxy} from 'cr-checkout/proxy';
import {Hono} from 'hono';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
const app = new Hono();
app.all('/api/*', c => proxy(c.req.raw, {remoteAddress: getConnInfo(c).remote.address}));
app.use(serveStatic({root: './public'}));
serve({fetch: app.fetch, port: Number(env.PORT || 3000)});
