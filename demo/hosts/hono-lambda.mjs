import {createProxy} from 'cr-checkout/proxy';
import {Hono} from 'hono';
import {getConnInfo, handle} from 'hono/aws-lambda';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
const app = new Hono();
// Such a function streams nothing: without a stream, the element polls.
app.get('/api/*', (c, next) => (c.req.path.endsWith('/subscribe') ? c.notFound() : next()));
app.all('/api/*', c => proxy(c.req.raw, {remoteAddress: getConnInfo(c).remote.address}));

export const handler = handle(app);
