import proxy from '@fastify/http-proxy';
import Fastify from 'fastify';

const headers = {'x-cr-application': 'bench', 'x-cr-version': '1'};
const app = Fastify();
app.register(proxy, {
  upstream: process.env.UPSTREAM,
  prefix: '/api',
  // Raises the default of 128 connections: each open stream occupies one.
  undici: {connections: 6000, pipelining: 1},
  replyOptions: {rewriteRequestHeaders: (_request, given) => ({...given, ...headers})},
});
await app.listen({port: Number(process.env.PORT), host: '127.0.0.1', backlog: 8192});
