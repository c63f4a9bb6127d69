import {createServer} from 'node:http';
import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';

const proxy = createProxy({
  partnerId: 'bench',
  appVersion: '1',
  secrets: [process.env.SECRET],
  upstream: process.env.UPSTREAM,
  basePath: '/api',
  trustedHops: 1,
  // Lifts the limits: the API's own rate limits are far below what is measured here.
  limits: false,
});
const server = createServer(nodeHandler(proxy));
server.listen({port: Number(process.env.PORT), host: '127.0.0.1', backlog: 8192});
process.once('SIGTERM', () => process.exit());
