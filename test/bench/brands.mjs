/**
 * Measures the brand step in Chromium with a processor four times slower, on the built files, and prints each figure
 * against its limit as soon as it has it. It only measures: the exit code is 0 unless it cannot run.
 * Usage: npm run bench [-- --no-build]
 */
import {availableParallelism, loadavg} from 'node:os';
import {openBrowser, throttle} from './browser.mjs';
import {domNodes} from './dom-nodes.mjs';
import {firstBrands} from './first-brands.mjs';
import {heapOverRounds} from './heap.mjs';
import {slowestKeystroke} from './keystrokes.mjs';
import {line, printLine, table} from './report.mjs';
import {startServer} from './server.mjs';

const small = 900;
const large = 10_500;

if (!process.argv.includes('--no-build')) await import('../../scripts/build.mjs');
if (process.exitCode) process.exit();
const {createSandbox} = await import('cr-checkout/sandbox');

const startedAt = Date.now();
const server = await startServer(createSandbox, [small, large]);
const {browser, context} = await openBrowser();
const lines = [];
const notes = [];
const report = (...figure) => {
  lines.push(line(...figure));
  printLine(lines.at(-1));
};

try {
  await measureFirstBrands(small, {limit: 1.5, runs: 15});
  await measureFirstBrands(large, {limit: 2, runs: 9});
  await measureByHand(small, {limit: 1.4, runs: 11});
  await measureByHand(large, {limit: 1.4, runs: 7});
  await measureKeystrokes('', 120);
  await measureKeystrokes(', in a hurry', 50);
  await measureNodes(small);
  await measureNodes(large);
  await measureHeap();
  printSummary();
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}

async function measureFirstBrands(rows, {limit, runs}) {
  const result = await firstBrands(context, server.url, {rows, runs});
  reportRatio(`first brands, ${rows} rows`, result, {limit, runs});
  if (!result.isSame) notes.push(`At ${rows} rows the two pages begin with different brands.`);
}

/** The listing comes long after the script, so that only reading and drawing count. */
async function measureByHand(rows, {limit, runs}) {
  const result = await firstBrands(context, server.url, {rows, runs, floor: 'hand', delay: 1500});
  reportRatio(`first brands beside a page by hand, ${rows} rows`, result, {limit, runs});
}

function reportRatio(what, {ratio, median, fastest}, {limit, runs}) {
  const both = ({element, floor}) => `${element.toFixed(0)} against ${floor.toFixed(0)} ms`;
  const note = `medians of ${runs}: ${both(median)}; fastest: ${both(fastest)}`;
  report(what, ratio, limit, {unit: 'x', digits: 2, note});
}

async function measureKeystrokes(pace, gap) {
  const rounds = [];
  for (let round = 0; round < 3; round++)
    rounds.push(await slowestKeystroke(context, server.url, {rows: large, gap}));
  const bare = await slowestKeystroke(context, server.url, {which: 'floor', rows: large, gap});
  const worst = rounds.map(({eventTiming}) => eventTiming.ms).sort((a, b) => a - b);
  const {eventTiming, count} = rounds.find(round => round.eventTiming.ms === worst[1]);
  const each = `${rounds.length} rounds of ${count} keys: ${worst.join(', ')} ms`;
  const note = `${eventTiming.label}; ${each}; a bare field: ${bare.eventTiming.ms} ms`;
  report(`slowest keystroke${pace}, ${large} rows`, worst[1], 50, {unit: ' ms', note});
}

async function measureNodes(rows) {
  const {first, most} = await domNodes(context, server.url, rows);
  const note = ({elements}) => `${elements} of them elements`;
  report(`DOM nodes, ${rows} rows`, first.all, 1500, {note: note(first)});
  report(`DOM nodes while scrolling, ${rows} rows`, most.all, 1500, {note: note(most)});
}

async function measureHeap() {
  const {after5, after50} = await heapOverRounds(context, server.url, large);
  const inMb = bytes => `${(bytes / 1e6).toFixed(2)} MB`;
  const note = `${inMb(after50)} against ${inMb(after5)}, ${large} rows`;
  report('heap after 50 rounds against 5', after50 / after5, 1.1, {unit: 'x', digits: 2, note});
}

function printSummary() {
  console.log(`
Chromium ${browser.version()}, processor ${throttle} times slower; the sandbox is asked directly.
First brands: from the end of the listing's response to the paint after the first tiles exist.
Keystroke: the longest Event Timing duration of a round's key and input events; the middle one of the rounds counts.

${table(lines)}`);
  const load = loadavg()[0];
  if (load > availableParallelism() + 0.5) {
    notes.push(`The machine was busy (load ${load.toFixed(1)}): times are too long, ratios too coarse.`);
  }
  for (const note of notes) console.log(note);
  console.log(`\n${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
}
