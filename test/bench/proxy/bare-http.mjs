/**
 * Does on Node's `http` what the proxy does, without checks, counts and signatures, to show the part of Node. Keeps
 * listings, compressed once, and orders for two seconds; reads other responses whole, and sends them on.
 */
import {Agent, createServer, request} from 'node:http';
import {brotliCompressSync, constants} from 'node:zlib';

const upstream = new URL(process.env.UPSTREAM);
const agent = new Agent({keepAlive: true, timeout: 4000});
const own = {'x-cr-application': 'bench', 'x-cr-version': '1', accept: 'application/json'};
const kept = new Map();

createServer((req, res) => {
  const path = req.url.slice('/api'.length);
  const found = kept.get(path);
  if (found && found.until > Date.now()) return send(found, req, res);
  if (path.endsWith('/subscribe')) return forward(path, req, incoming => incoming.pipe(res));
  forward(path, req, incoming => {
    const chunks = [];
    incoming.on('data', chunk => chunks.push(chunk));
    incoming.on('end', () => {
      const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      const isListing = path.startsWith('/v2/');
      const answer = {
        body,
        compressed: isListing && brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}),
        until: Date.now() + 300_000,
      };
      if (isListing) kept.set(path, answer);
      else if (path.startsWith('/v5/')) kept.set(path, {...answer, until: Date.now() + 2000});
      send(answer, req, res);
    });
  });
}).listen({port: Number(process.env.PORT), host: '127.0.0.1', backlog: 8192});
process.once('SIGTERM', () => process.exit());

function forward(path, req, onResponse) {
  const headers = {...own, 'x-forwarded-for': req.headers['x-forwarded-for'] ?? '127.0.0.1'};
  request({agent, hostname: upstream.hostname, port: upstream.port, path, headers}, onResponse).end();
}

function send({body, compressed}, req, res) {
  const isCompressed = compressed && /\bbr\b/.test(req.headers['accept-encoding'] ?? '');
  const bytes = isCompressed ? compressed : body;
  const headers = ['content-type', 'application/json', 'content-length', `${bytes.length}`];
  if (isCompressed) headers.push('content-encoding', 'br');
  res.writeHead(200, headers);
  res.end(bytes);
}
