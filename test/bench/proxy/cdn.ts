/**
 * Puts nginx with `proxy_cache` in front of a proxy with `cdn: true`, buys a card through both, and then reads catalogues
 * from nginx as fast as `wrk` can. Prints the reads a second and the requests that reached the proxy.
 * Usage: node --import tsx test/bench/proxy/cdn.ts [seconds]
 */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {findProgram} from '../../../scripts/browsers.mjs';
import {createProxy} from '../../../src/proxy/index.js';
import {nodeHandler} from '../../../src/proxy/node/index.js';
import {startSandbox} from '../../../src/sandbox/node.js';
import {startNginx} from '../../e2e/support/nginx.js';
import {cdnLocations} from '../../proxy/support/cdn-locations.js';
import {purchase} from '../../proxy/support/purchase.js';
import {wrk} from './wrk.mjs';

const seconds = Number(process.argv[2] ?? 65);
const sandbox = await startSandbox();
const reached = new Map<string, number>();
const proxy = nodeHandler(
  createProxy({
    partnerId: 'bench',
    appVersion: '1',
    secrets: ['a secret of this bench and of nothing else'],
    upstream: sandbox.url,
    basePath: '/api',
    cdn: true,
    trustedHops: 1,
  }),
);
const server = createServer((req, res) => {
  reached.set(req.url ?? '', (reached.get(req.url ?? '') ?? 0) + 1);
  void proxy(req, res);
}).listen(0, '127.0.0.1');
await new Promise(resolve => server.once('listening', resolve));
const nginx = await startNginx(cdnLocations(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
const made = await purchase(`${nginx.url}/api`);
console.log(`a card was bought through nginx: ${made.order_state}`);
reached.clear();
const paths = ['/api/v3/payment_vias', '/api/v2/brands?country_code=US', '/api/v2/homepage?country_code=US'];
const headers = {'Accept-Encoding': 'gzip'};
const report = await wrk(findProgram('wrk' as never), {origin: nginx.url, paths, headers, seconds, first: 0});
console.log(
  `${Math.round(report.rate)} reads/s from nginx in ${seconds} s, p99 ${report.p99} ms, ${report.requests} reads`,
);
for (const path of paths) console.log(`${reached.get(path) ?? 0} requests of ${path} reached the proxy`);
await nginx.close();
await sandbox.close();
process.exit();
