import {createServer} from 'node:http';
import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';
import sirv from 'sirv';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
  // One key, one order, over restarts too.
  claims: './cr-checkout-claims',
});
const api = nodeHandler(proxy);
const pages = sirv('public');

const server = createServer((req, res) => (req.url.startsWith('/api/') ? api : pages)(req, res));
server.listen(env.PORT || 3000);
