import {createServer} from 'node:http';
import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';
import {createApp, fromNodeMiddleware, toNodeListener} from 'h3';
import sirv from 'sirv';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
const app = createApp();
// Passes requests outside of /api on. In Nuxt: `export default` this from server/middleware/checkout.ts.
app.use(fromNodeMiddleware(nodeHandler(proxy)));
app.use(fromNodeMiddleware(sirv('public')));
createServer(toNodeListener(app)).listen(env.PORT || 3000);
