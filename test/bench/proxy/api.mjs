/**
 * Plays the API as fast as Node can, so that it is not what is measured: answers that were made before, and event
 * streams that all get an event in the same moment, every second. Prints its port.
 */
import {createServer} from 'node:http';
import {gzipSync} from 'node:zlib';
import {createSandbox} from 'cr-checkout/sandbox';

const headers = {'x-cr-application': 'bench', 'x-cr-version': '1'};
/** As many rows, repeats included, and as many bytes as the largest known listing. */
const sandbox = createSandbox({catalogue: {rows: 430}});
const read = async (path, init) =>
  Buffer.from(await (await sandbox(`http://api.test${path}`, {headers, ...init})).arrayBuffer());

const listing = await read('/v2/brands?country_code=US');
const compressedListing = gzipSync(listing);
const price = await read('/v4/products/price?brand_name=Voltaic&country_code=US&face_value=50&coin=USDC');
const delivery = {brand_name: 'Voltaic', country_code: 'US', denomination: '50 USD', kind: 'giftcard'};
const order = await read('/v5/orders', {
  method: 'POST',
  body: JSON.stringify({
    email: 'ana@example.com',
    payment: {type: 'via', payment_via: 'USER_WALLET', coin: 'USDC', network: 'Solana'},
    deliveries: [{...delivery, beneficiary_account: 'ana@example.com'}],
  }),
});
const [beforeId = '', afterId = ''] = order.toString().split(/(?<="order_id":")[^"]*(?=")/);

const streams = new Map();
let asked = 0;
setInterval(() => {
  // A field that our proxy passes on also without the order's key.
  const event = `${afterId.slice(0, -1)},"confirmations":${Date.now()}}\n\n`;
  for (const [response, id] of streams) response.write(`data: ${beforeId}${id}${event}`);
}, 1000);

const server = createServer((request, response) => {
  const [path, query] = request.url.split('?', 2);
  if (path === '/bench') return json(response, `{"asked":${asked},"streams":${streams.size}}`);
  asked += 1;
  const [, id, stream] = /^\/v5\/orders\/([^/]+)(\/subscribe)?$/.exec(path) ?? [];
  if (stream) return open(response, id);
  if (id) return json(response, `${beforeId}${id}${afterId}`);
  if (path === '/v4/products/price') return json(response, price);
  if (path !== '/v2/brands' || !query) return response.writeHead(404).end();
  const isCompressed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.setHeader('vary', 'Accept-Encoding');
  if (isCompressed) response.setHeader('content-encoding', 'gzip');
  json(response, isCompressed ? compressedListing : listing);
});
server.listen({port: 0, host: '127.0.0.1', backlog: 8192}, () =>
  console.log(`port ${server.address().port}`),
);
process.once('SIGTERM', () => process.exit());

function json(response, body) {
  response.setHeader('content-type', 'application/json');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

function open(response, id) {
  response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-cache'});
  // Starts with a comment: some proxies forward the head only with the first bytes of the body.
  response.write(': open\n\n');
  streams.set(response, id);
  response.once('close', () => streams.delete(response));
}
