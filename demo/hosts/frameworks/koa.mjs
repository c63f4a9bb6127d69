import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';
import Koa from 'koa';
import sirv from 'sirv';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
// Koa leaves the response to a handler that writes it by itself.
const hand = (handler, ctx) => {
  ctx.respond = false;
  return handler(ctx.req, ctx.res);
};
const api = nodeHandler(proxy);
const pages = sirv('public');
const app = new Koa();
// Before body parsers and compression.
app.use((ctx, next) => (ctx.path.startsWith('/api/') ? hand(api, ctx) : next()));
app.use(ctx => hand(pages, ctx));
app.listen(env.PORT || 3000);
