import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';
import Fastify from 'fastify';
import sirv from 'sirv';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});
const hand = (handler, request, reply) => {
  reply.hijack();
  handler(request.raw, reply.raw);
};
const app = Fastify();
// A plugin has body parsers of its own: in this one there are none, because the proxy reads bodies by its own rules.
app.register(async scope => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const api = nodeHandler(proxy);
  scope.all('/api/*', (request, reply) => hand(api, request, reply));
});
const pages = sirv('public');
app.setNotFoundHandler((request, reply) => hand(pages, request, reply));
await app.listen({port: Number(env.PORT || 3000)});
