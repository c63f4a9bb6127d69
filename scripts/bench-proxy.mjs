/**
 * Measures the proxy beside two Node peers and nginx, all in front of the same API on this machine, and prints how it
 * stands against its limits. It only measures: the exit code is 0 unless it cannot run.
 * Usage: npm run bench:proxy [-- --no-build]
 */
import {spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {names, startApi, startContender} from '../test/bench/proxy/contenders.mjs';
import {cpuOf} from '../test/bench/proxy/processes.mjs';
import {holdStreams} from '../test/bench/proxy/streams.mjs';
import {throughput} from '../test/bench/proxy/throughput.mjs';
import {median} from '../test/bench/report.mjs';

if (!process.argv.includes('--no-build')) await import('./build.mjs');
if (process.exitCode) process.exit();
const {createOrderHandles} = await import('../dist/proxy/order-handle.js');

const longest = 300_000;
const rounds = 1;
const seconds = Number(process.env.SECS ?? 4);
const warmUp = 2;
const secret = randomUUID();
const handles = createOrderHandles([secret]);
const fdLimit = Number(spawnSync('sh', ['-c', 'ulimit -Hn']).stdout.toString()) || Number.POSITIVE_INFINITY;
/** Each takes two connections of who passes it on. */
const streams = Math.min(5000, Math.floor((fdLimit - 200) / 2));

const only = process.argv.find(word => word.startsWith('--only='))?.slice(7);
const wanted = process.argv.find(word => word.startsWith('--with='))?.slice(7);
const ids = Array.from({length: streams}, () => randomUUID());
const signed = await Promise.all(ids.map(id => handles.sign(id)));
const idsFor = name => (name === 'ours' ? signed : ids);
const browser = {'accept-encoding': 'gzip, deflate, br'};
const workloads = [
  {what: 'cached catalogue, 335 kB', paths: () => ['/v2/brands?country_code=US']},
  {what: 'the same, packed as browsers ask', paths: () => ['/v2/brands?country_code=US'], headers: browser},
  {
    what: 'price, never the same',
    paths: () => ['/v4/products/price?brand_name=Voltaic&country_code=US&coin=USDC&face_value=#'],
  },
  {
    what: 'poll of 200 orders',
    paths: name =>
      idsFor(name)
        .slice(0, 200)
        .map(id => `/v5/orders/${id}`),
  },
];

const open = [];
const timer = setTimeout(() => {
  console.error(`bench: not done after ${longest / 1000} s`);
  process.exit(1);
}, longest);
process.once('exit', () => {
  for (const each of open) each.close();
});
const api = await startApi();
open.push(api);
const contenders = [];
for (const name of names.filter(each => !only || only.split(',').includes(each))) {
  const contender = await startContender(name, api.url, secret);
  open.push(contender);
  contenders.push(contender);
}

let first = 1;
const show = (...cells) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(24) : cell.padStart(14))).join(''));
for (const {what, paths, headers} of workloads) {
  if (wanted && !what.includes(wanted)) continue;
  for (const {name, url} of contenders) {
    const warm = await throughput(url, {
      paths: paths(name),
      ...(headers && {headers}),
      seconds: warmUp,
      first,
    });
    first += warm.requests + 1000;
  }
  const results = new Map(contenders.map(({name}) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const {name, url, pid} of contenders) {
      const before = await api.counts();
      const usedBefore = cpuOf(pid);
      const result = await throughput(url, {paths: paths(name), ...(headers && {headers}), seconds, first});
      first += result.requests + 1000;
      const after = await api.counts();
      const cpu = (cpuOf(pid) - usedBefore) / result.requests;
      results.get(name).push({...result, cpu, upstream: (after.asked - before.asked) / result.requests});
    }
  }
  console.log(`\n${what}`);
  show('', 'requests/s', 'CPU each', 'p99', 'asked of API', 'ours / it');
  const figure = (name, key) => median(results.get(name).map(result => result[key]));
  for (const {name} of contenders) {
    const ratio = results.has('ours') ? figure('ours', 'rate') / figure(name, 'rate') : Number.NaN;
    show(
      name,
      figure(name, 'rate').toFixed(0),
      `${(figure(name, 'cpu') * 1e6).toFixed(0)} us`,
      `${figure(name, 'p99').toFixed(1)} ms`,
      `${(figure(name, 'upstream') * 100).toFixed(1)} %`,
      `${ratio.toFixed(2)}x`,
    );
  }
}

if (!wanted || wanted === 'streams') {
  console.log(`\n${streams} event streams, an event on each every second`);
  show('', 'p99', 'slowest', 'missing', 'memory each');
  for (const contender of contenders) {
    const paths = idsFor(contender.name).map(id => `/v5/orders/${id}/subscribe`);
    const {missing, p99, slowest, memory} = await holdStreams(contender, {paths, bursts: 6});
    show(contender.name, `${p99} ms`, `${slowest} ms`, `${missing}`, `${(memory / 1024).toFixed(1)} KiB`);
  }
}
clearTimeout(timer);
process.exit();
