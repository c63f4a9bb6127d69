/**
 * Measures the proxy beside two Node peers and nginx, each in one process before the same API on this machine, and prints
 * how it stands against its limits. It only measures: the exit code is 0 unless it cannot run.
 * Usage: npm run bench:proxy [-- --no-build] [catalogue|packed|price|orders|streams ...]
 */
import {spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {availableParallelism, loadavg} from 'node:os';
import {compare} from '../test/bench/proxy/compare.mjs';
import {names, startApi, startContender} from '../test/bench/proxy/contenders.mjs';
import {holdStreams} from '../test/bench/proxy/streams.mjs';
import {workloads} from '../test/bench/proxy/workloads.mjs';
import {line, table} from '../test/bench/report.mjs';

const words = process.argv.slice(2);
if (!words.includes('--no-build')) await import('./build.mjs');
if (process.exitCode) process.exit();
const {createOrderHandles} = await import('../dist/proxy/order-handle.js');

const longest = 290_000;
const startedAt = Date.now();
const load = loadavg()[0];
const parts = words.filter(word => !word.startsWith('--'));
const isWanted = name => parts.length === 0 || parts.includes(name);

/** Each stream takes two files of who passes it on; Node takes as many as the system lets it. */
const files = Number(spawnSync('sh', ['-c', 'ulimit -Hn']).stdout.toString()) || Number.POSITIVE_INFINITY;
const streams = Math.min(5000, Math.floor((files - 200) / 2));
const secret = randomUUID();
const ids = Array.from({length: streams}, () => randomUUID());
const handles = await Promise.all(ids.map(id => createOrderHandles([secret]).sign(id)));
const idsFor = name => (name === 'ours' ? handles : ids);

const started = new Set();
const closeAll = () => {
  for (const each of started) each.close();
};
process.once('exit', closeAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
setTimeout(() => {
  console.error(`bench: not done after ${longest / 1000} s`);
  process.exit(1);
}, longest).unref();

const api = await startApi();
started.add(api);
const lines = [];
await compareAll();
if (isWanted('streams')) await holdAll();

console.log(`\n${table(lines)}`);
if (load > 0.7) {
  console.log(
    `Others were at work here (load ${load.toFixed(1)} on ${availableParallelism()} processors): compare CPU each.`,
  );
}
console.log(`\n${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
process.exit();

async function compareAll() {
  const contenders = [];
  for (const name of names) contenders.push(await start(name));
  for (const workload of workloads.filter(({name}) => isWanted(name))) {
    const results = await compare(contenders, api, workload, idsFor);
    const ours = results.find(({name}) => name === 'ours');
    console.log(`\n${workload.what}`);
    print('', 'requests/s', 'CPU each', 'p99', 'asked of API', 'ours / it');
    for (const {name, rate, cpu, p99, upstream} of results) {
      const cells = [rate.toFixed(0), `${(cpu * 1e6).toFixed(0)} us`, `${p99.toFixed(1)} ms`];
      print(name, ...cells, `${(upstream * 100).toFixed(1)} %`, `${(ours.rate / rate).toFixed(2)}x`);
    }
    if (workload.name !== 'catalogue' && workload.name !== 'packed') continue;
    const rateOf = wanted => Math.max(...results.filter(wanted).map(({rate}) => rate));
    const peer = rateOf(({name}) => name !== 'ours' && name !== 'nginx');
    const nginx = rateOf(({name}) => name === 'nginx');
    const options = {unit: 'x', digits: 2};
    lines.push(line(`${workload.name}: the faster Node peer against ours`, peer / ours.rate, 1, options));
    lines.push(line(`${workload.name}: nginx against ours`, nginx / ours.rate, 2, options));
  }
  for (const contender of contenders) stop(contender);
}

async function holdAll() {
  if (streams < 5000) console.log(`\nOnly ${streams} streams: this system allows ${files} open files.`);
  console.log(`\n${streams} event streams, an event on each every second`);
  print('', 'CPU each', 'p99', 'slowest', 'missing', 'memory each');
  for (const name of names) {
    const contender = await start(name);
    const paths = idsFor(name).map(id => `/v5/orders/${id}/subscribe`);
    const held = await holdStreams(contender, {paths, bursts: 6});
    stop(contender);
    const memory = held.memory / 1024;
    const times = [`${(held.cpu * 1e6).toFixed(0)} us`, `${held.p99} ms`, `${held.slowest} ms`];
    print(name, ...times, `${held.missing}`, `${memory.toFixed(1)} KiB`);
    if (name !== 'ours') continue;
    lines.push(line('streams: events that did not come', held.missing, 1));
    lines.push(line('streams: the slowest event', held.slowest, 1000, {unit: ' ms'}));
    lines.push(line('streams: memory each', memory, 40, {unit: ' KiB', digits: 1}));
  }
}

async function start(name) {
  const contender = await startContender(name, api.url, secret);
  started.add(contender);
  return contender;
}

function stop(contender) {
  contender.close();
  started.delete(contender);
}

function print(first, ...cells) {
  console.log(first.padEnd(24) + cells.map(cell => cell.padStart(14)).join(''));
}
