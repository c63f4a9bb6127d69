/**
 * The demo on one port: pages, proxy and, unless the partner's own credentials are given, the sandbox that plays the
 * API. The proxy asks its upstream over real HTTP in both cases.
 */
import {randomUUID} from 'node:crypto';
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {getRequestListener} from '@hono/node-server';
import {createProxy} from 'cr-checkout/proxy';
import {nodeHandler} from 'cr-checkout/proxy/node';
import {createSandbox} from 'cr-checkout/sandbox';
import sirv from 'sirv';

const {env} = process;
const credentials = {
  CRYPTOREFILLS_PARTNER_ID: env.CRYPTOREFILLS_PARTNER_ID,
  CRYPTOREFILLS_APP_VERSION: env.CRYPTOREFILLS_APP_VERSION,
};
const missing = Object.keys(credentials).filter(name => !credentials[name]);
if (missing.length === 1) {
  console.error(
    `cr-checkout demo: ${missing[0]} is missing. Set both credentials to go live, or none for the sandbox.`,
  );
  process.exit(1);
}
const isLive = missing.length === 0;

const host = env.HOST || '127.0.0.1';
const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https: http://localhost:* http://127.0.0.1:*",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
const setHeaders = res => res.setHeader('Content-Security-Policy', csp);
const folder = path => fileURLToPath(new URL(path, import.meta.url));
const pages = sirv(folder('.'), {dev: true, setHeaders});
const manifest = sirv(folder('..'), {dev: true, extensions: []});
const dist = sirv(folder('../dist'), {dev: true});
// Random, so that an order which a browser remembers from an earlier start is not taken for a new one.
const sandbox = isLive ? undefined : createSandbox({seed: randomUUID()});
const playApi = sandbox && getRequestListener(request => sandbox(request), {overrideGlobalObjects: false});

const server = createServer();
const port = await listen(env.PORT);
const proxy = nodeHandler(createProxy(proxyOptions(port)));
server.on('request', handle);
console.log(`cr-checkout demo: http://${nameOf(host)}:${port}/`);
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, close);

function handle(req, res) {
  const {pathname} = new URL(req.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/api/')) return proxy(req, res);
  if (playApi && /^\/(v[2-5]|sandbox)\//.test(pathname)) return playApi(req, res);
  if (pathname === '/mode.json') {
    res.setHeader('Content-Type', 'application/json');
    return res.end(JSON.stringify({mode: isLive ? 'live' : 'sandbox'}));
  }
  const notFound = () => res.writeHead(404, {'Content-Type': 'text/plain'}).end('Not found');
  if (pathname.endsWith('.mjs')) return notFound();
  if (pathname === '/custom-elements.json') return manifest(req, res, notFound);
  if (pathname.startsWith('/dist/')) {
    req.url = req.url.slice('/dist'.length);
    return dist(req, res, notFound);
  }
  return pages(req, res, notFound);
}

function proxyOptions(port) {
  if (!isLive) {
    const upstream = `http://${nameOf(host)}:${port}`;
    // Nothing is kept or counted, so that what is broken under "Break something" is broken at once, as often as you like.
    return {
      partnerId: 'demo',
      appVersion: 'demo',
      upstream,
      basePath: '/api',
      rawOrderIds: true,
      cache: false,
      limits: false,
    };
  }
  const upstream = env.CRYPTOREFILLS_UPSTREAM;
  return {
    partnerId: credentials.CRYPTOREFILLS_PARTNER_ID,
    appVersion: credentials.CRYPTOREFILLS_APP_VERSION,
    basePath: '/api',
    secrets: [env.CHECKOUT_SECRET || randomUUID()],
    ...(upstream ? {upstream} : {}),
  };
}

/** Listens on the port that PORT names, else on the first free one from 4242 on; returns its number. */
async function listen(named) {
  for (let port = named ? Number(named) : 4242; ; port++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code === 'EADDRINUSE' && !named && port < 4342) continue;
      console.error(`cr-checkout demo: cannot listen on ${host}:${port}: ${error.message}`);
      process.exit(1);
    }
  }
}

/** Returns the host's name for a browser on this machine. */
function nameOf(host) {
  if (['127.0.0.1', '0.0.0.0', '::', 'localhost'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function close() {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
