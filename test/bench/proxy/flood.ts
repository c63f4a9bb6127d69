/**
 * Lets one /48 of IPv6 and one /24 of IPv4 do their worst for a minute, within loopback, while honest buyers buy cards one
 * after the other, and prints how long a purchase takes with and without them.
 * Usage: node --import tsx test/bench/proxy/flood.ts [seconds]
 */
import {Agent, createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createProxy} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {startSandbox} from '../../../src/sandbox/node.js';
import {purchase} from '../../proxy/support/purchase.js';

const seconds = Number(process.argv[2] ?? 60);
const sandbox = await startSandbox();
const options = {
  partnerId: 'bench',
  appVersion: '1',
  secrets: ['a secret of this bench and of nothing else'],
};
const handler = nodeHandler(createProxy({...options, upstream: sandbox.url, trustedHops: 1}));
const server = createServer((req, res) => void handler(req, res)).listen(0, '127.0.0.1');
await new Promise(resolve => server.once('listening', resolve));
const {port} = server.address() as AddressInfo;
const base = `http://127.0.0.1:${port}`;

async function timed(address: string): Promise<number> {
  const startedAt = performance.now();
  await purchase(base, {address});
  return performance.now() - startedAt;
}

const quiet = await timed('203.0.113.1');
const statuses = new Map<number, number>();
const agent = new Agent({keepAlive: true, maxSockets: 32});
const until = performance.now() + seconds * 1000;
let turn = 0;

function attack(): Promise<void> {
  const n = turn++;
  const address = n % 2 ? `192.0.2.${n % 256}` : `2001:db8:1:${(n % 65_536).toString(16)}::1`;
  const targets: [string, string][] = [
    [
      'GET',
      `/v4/products/price?brand_name=Northbeam&country_code=US&face_value=${(n % 10_000) + 1}&coin=USDC`,
    ],
    ['GET', `/v5/products/country/US?brand_name=x${n}&lang=en`],
    ['POST', '/v5/orders'],
    ['POST', '/v5/orders/validations'],
    ['GET', `/v2/brands?country_code=${String.fromCharCode(65 + (n % 26), 65 + ((n >> 5) % 26))}`],
    ['GET', `/v5/orders/x${n}`],
  ];
  const [method, path] = targets[n % targets.length]!;
  const headers = {'x-forwarded-for': address, 'content-type': 'application/json', 'idempotency-key': `${n}`};
  const body = '{"deliveries":[{"brand_name":"Northbeam","country_code":"US"}]}';
  return new Promise(resolve => {
    const call = request({port, method, path, headers, agent}, res => {
      statuses.set(res.statusCode ?? 0, (statuses.get(res.statusCode ?? 0) ?? 0) + 1);
      res.resume().once('close', resolve);
    });
    call.once('error', () => resolve()).end(method === 'POST' ? body : undefined);
  });
}

async function attackAll(): Promise<void> {
  while (performance.now() < until) await attack();
}
const attackers = Array.from({length: 32}, attackAll);
const times: number[] = [];
// No more than the shop's own share of orders lets through.
for (let buyer = 0; buyer < 4; buyer++) {
  await new Promise(resolve => setTimeout(resolve, (seconds * 1000) / 5));
  times.push(await timed(`198.51.${buyer}.1`));
}
await Promise.all(attackers);
const total = [...statuses.values()].reduce((sum, count) => sum + count, 0);
console.log(`${total} requests of two networks in ${seconds} s: ${JSON.stringify([...statuses])}`);
console.log(`a purchase alone ${Math.round(quiet)} ms; meanwhile ${times.map(Math.round).join(', ')} ms`);
process.exit();
