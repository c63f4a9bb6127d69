/**
 * Measures the proxy beside two Node peers, a bare `http` server and nginx, each in one process before the same API on this machine, and prints
 * each figure as soon as it has it. It only measures: the exit code is 0 unless it cannot run.
 * Without `wrk` it sends with `autocannon`, and without nginx it leaves nginx out.
 * Usage: npm run bench:proxy [-- --no-build] [catalogue|compressed|price|orders|streams ...]
 */
import {spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {availableParallelism, loadavg} from 'node:os';
import {findProgram} from '../../../scripts/browsers.mjs';
import {line, printLine, table} from '../report.mjs';
import {compare} from './compare.mjs';
import {names as allNames, peers, startApi, startContender} from './contenders.mjs';
import {holdStreams} from './streams.mjs';
import {workloads} from './workloads.mjs';

const words = process.argv.slice(2);
if (!words.includes('--no-build')) await import('../../../scripts/build.mjs');
if (process.exitCode) process.exit();
const {createOrderIdSigner} = await import('../../../dist/proxy/core/signed-order-id.js');

const startedAt = Date.now();
const load = loadavg()[0];
const parts = words.filter(word => !word.startsWith('--'));
const isWanted = name => parts.length === 0 || parts.includes(name);

/** Number of files that the system lets a process open; each stream takes two in the proxy. */
const files = Number(spawnSync('sh', ['-c', 'ulimit -Hn']).stdout.toString()) || Number.POSITIVE_INFINITY;
const streams = Math.min(5000, Math.floor((files - 200) / 2));
const secret = randomUUID();
const ids = Array.from({length: streams}, () => randomUUID());
const signedIds = await Promise.all(ids.map(id => createOrderIdSigner([secret]).sign(id)));
const idsFor = name => (name === 'ours' ? signedIds : ids);

const find = name => {
  try {
    return findProgram(name);
  } catch ({message}) {
    console.error(`bench: ${message}`);
    return undefined;
  }
};
const wrk = find('wrk');
const names = find('nginx') ? allNames : allNames.filter(name => name !== 'nginx');

const started = new Set();
const closeAll = () => {
  for (const each of started) each.close();
};
process.once('exit', closeAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const api = await startApi();
started.add(api);

const lines = [];
const report = (...figure) => {
  lines.push(line(...figure));
  printLine(lines.at(-1));
};
await compareAll();
if (isWanted('streams')) await holdAll();

finish();
process.exit();

function finish() {
  if (lines.length > 0) console.log(`\n${table(lines)}`);
  if (load > 0.7) {
    console.log(
      `The machine was busy (load ${load.toFixed(1)} on ${availableParallelism()} processors): compare CPU each.`,
    );
  }
  console.log(`\n${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
}

async function compareAll() {
  const contenders = [];
  for (const name of names) contenders.push(await start(name));
  for (const workload of workloads.filter(({name}) => isWanted(name))) {
    const results = await compare(contenders, api, workload, {idsFor, wrk});
    const ours = results.find(({name}) => name === 'ours');
    console.log(`\n${workload.what}`);
    print('', 'requests/s', 'CPU each', 'p99', 'asked of API', 'ours / it');
    for (const {name, reason, rate, cpu, p99, upstream} of results) {
      if (reason) {
        print(name, reason);
        continue;
      }
      const cells = [rate.toFixed(0), `${(cpu * 1e6).toFixed(0)} us`, `${p99.toFixed(1)} ms`];
      print(
        name,
        ...cells,
        `${(upstream * 100).toFixed(1)} %`,
        ours.rate ? `${(ours.rate / rate).toFixed(2)}x` : '',
      );
    }
    const rateOf = wanted => Math.max(0, ...results.filter(wanted).map(({rate = 0}) => rate));
    const peer = rateOf(({name}) => peers.includes(name));
    const nginx = rateOf(({name}) => name === 'nginx');
    const options = {unit: 'x', digits: 2};
    const {rate = Number.NaN} = ours;
    report(`${workload.name}: the faster Node peer against ours`, peer / rate, 1, options);
    if (workload.name !== 'catalogue' && workload.name !== 'compressed') continue;
    report(`${workload.name}: nginx against ours`, nginx / rate, 2, options);
  }
  for (const contender of contenders) await stop(contender);
}

async function holdAll() {
  if (streams < 5000) console.log(`\nOnly ${streams} streams: this system allows ${files} open files.`);
  console.log(`\n${streams} event streams, an event on each every second`);
  print('', 'CPU each', 'p99', 'slowest', 'missing', 'memory each');
  for (const name of names.filter(name => name !== 'bare-http')) {
    const contender = await start(name);
    const paths = idsFor(name).map(id => `/v5/orders/${id}/subscribe`);
    const held = await holdStreams(contender, {paths, bursts: 6}).catch(({message}) => ({reason: message}));
    await stop(contender);
    if (held.reason) {
      print(name, held.reason);
      if (name === 'ours') report('streams: could not be held', Number.NaN, 0);
      continue;
    }
    const memory = held.memory / 1024;
    const times = [`${(held.cpu * 1e6).toFixed(0)} us`, `${held.p99} ms`, `${held.slowest} ms`];
    print(name, ...times, `${held.missing}`, `${memory.toFixed(1)} KiB`);
    if (name !== 'ours') continue;
    report('streams: events that did not come', held.missing, 1);
    report('streams: the slowest event', held.slowest, 1000, {unit: ' ms'});
    report('streams: memory each', memory, 40, {unit: ' KiB', digits: 1});
  }
}

async function start(name) {
  const contender = await startContender(name, api.url, secret);
  started.add(contender);
  return contender;
}

async function stop(contender) {
  started.delete(contender);
  await contender.close();
}

function print(first, ...cells) {
  console.log(first.padEnd(24) + cells.map(cell => cell.padStart(14)).join(''));
}
