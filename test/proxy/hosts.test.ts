/** A purchase through hosts that read bodies by themselves, or know no sockets. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type IncomingMessage, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import express from 'express';
import Fastify from 'fastify';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {nodeHandler} from '../../src/proxy/node/index.js';
import {type SandboxServer, startSandbox} from '../../src/sandbox/node.js';
import {secret} from './support/fake-api.js';
import {purchase} from './support/purchase.js';

let sandbox: SandboxServer;
const closers: (() => unknown)[] = [];
before(async () => {
  sandbox = await startSandbox();
});
after(async () => {
  for (const close of closers) await close();
  await sandbox.close();
});

const open = (options: Partial<ProxyOptions> = {}) =>
  createProxy({partnerId: 'p', appVersion: '1', secrets: [secret], upstream: sandbox.url, ...options});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closers.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('Express with a body parser in front of everything', async () => {
  const app = express();
  app.use(express.json());
  app.use('/api', nodeHandler(open()));
  assert.ok(await purchase(`${await listen(app)}/api`));
});

test('Express without a mount path: other requests go to the next handler', async () => {
  const app = express();
  app.use(nodeHandler(open({basePath: '/api'})));
  app.get('/about', (_, res) => void res.send('the shop'));
  const base = await listen(app);
  assert.equal(await (await fetch(`${base}/about`)).text(), 'the shop');
  assert.ok(await purchase(`${base}/api`));
});

test('Fastify with its own body parser', async () => {
  const app = Fastify();
  const api = nodeHandler(open({basePath: '/api'}));
  app.all('/api/*', (request, reply) => {
    reply.hijack();
    return api(Object.assign(request.raw, {body: request.body}), reply.raw);
  });
  const base = await app.listen({port: 0, host: '127.0.0.1'});
  closers.push(() => app.close());
  assert.ok(await purchase(`${base}/api`));
});

test('a framework that waits for the promise before it looks at the response, as h3 and Nitro do', async () => {
  const api = nodeHandler(open({basePath: '/api'}));
  const base = await listen(async (req, res) => {
    await api(req, res, () => {});
    if (!res.writableEnded) res.writeHead(404).end();
  });
  assert.ok(await purchase(`${base}/api`));
  assert.equal((await fetch(`${base}/other`)).status, 404);
});

test('handlers from Request to Response, as SvelteKit, Astro, Remix and Hono have them', async () => {
  const proxy = open({basePath: '/api'});
  const fallback = ({request, getClientAddress}: {request: Request; getClientAddress: () => string}) =>
    proxy(request, {remoteAddress: getClientAddress()});
  const base = await listen(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = req.method === 'POST' ? Buffer.concat(chunks) : undefined;
    const headers = req.headers as Record<string, string>;
    const request = new Request(`http://${req.headers.host}${req.url}`, {
      method: req.method ?? 'GET',
      headers,
      ...(body ? {body} : {}),
    });
    const response = await fallback({request, getClientAddress: () => '192.0.2.1'});
    res.writeHead(response.status, Object.fromEntries(response.headers));
    res.end(Buffer.from(await response.arrayBuffer()));
  });
  assert.ok(await purchase(`${base}/api`));
});

test('a platform that aborts the signal of a request as soon as its body was read', async () => {
  const proxy = open({basePath: '/api'});
  const base = await listen(async (req, res) => {
    const controller = new AbortController();
    const body = new ReadableStream({
      async pull(stream) {
        for await (const chunk of req) stream.enqueue(chunk);
        stream.close();
        setTimeout(() => controller.abort());
      },
    });
    const {method = 'GET'} = req;
    const init = {method, headers: req.headers as Record<string, string>, signal: controller.signal};
    const request = new Request(`http://${req.headers.host}${req.url}`, {
      ...init,
      ...(method === 'POST' ? {body, duplex: 'half'} : {}),
    });
    const response = await proxy(request);
    res.writeHead(response.status, Object.fromEntries(response.headers));
    res.end(Buffer.from(await response.arrayBuffer()));
  });
  assert.ok(await purchase(`${base}/api`));
});

for (const name of ['lambda', 'hono-lambda']) {
  test(`events of a Lambda function, as ${name}.mjs takes them`, async () => {
    process.env.CRYPTOREFILLS_PARTNER_ID = 'p';
    process.env.CHECKOUT_SECRET = secret;
    process.env.CRYPTOREFILLS_UPSTREAM = sandbox.url;
    const example = new URL(`../../demo/hosts/${name}.mjs`, import.meta.url);
    const {handler} = (await import(example.href)) as {handler: LambdaHandler};
    const base = await listen(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const {statusCode, headers, body = '', isBase64Encoded} = await handler(lambdaEvent(req, chunks), {});
      res.writeHead(statusCode, headers).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
    });
    const {order_id: orderId} = await purchase(`${base}/api`);
    assert.equal((await fetch(`${base}/api/v5/orders/${orderId}/subscribe`)).status, 404);
  });
}

type LambdaHandler = (
  event: object,
  context: object,
) => Promise<{
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}>;

/** Returns an event of the HTTP API, format 2.0. */
function lambdaEvent({url = '', headers, method}: IncomingMessage, chunks: readonly Buffer[]): object {
  const [rawPath = '', rawQueryString = ''] = url.split('?');
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers,
    requestContext: {domainName: headers.host, http: {method, path: rawPath, sourceIp: '192.0.2.1'}},
    ...(chunks.length > 0
      ? {body: Buffer.concat(chunks).toString('base64'), isBase64Encoded: true}
      : {isBase64Encoded: false}),
  };
}
