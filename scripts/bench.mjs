/**
 * Measures the brand step in Chromium with a processor four times slower, on the built files, and prints how it stands
 * against its limits. It only measures: the exit code is 0 unless it cannot run.
 * Usage: npm run bench [-- --no-build]
 */
import {availableParallelism, loadavg} from 'node:os';
import {openBrowser, throttle} from '../test/bench/browser.mjs';
import {domNodes} from '../test/bench/dom-nodes.mjs';
import {firstBrands} from '../test/bench/first-brands.mjs';
import {heapOverRounds} from '../test/bench/heap.mjs';
import {slowestKeystroke} from '../test/bench/keystrokes.mjs';
import {line, table} from '../test/bench/report.mjs';
import {startServer} from '../test/bench/server.mjs';

const small = 900;
const large = 10_500;
const longest = 235_000;

if (!process.argv.includes('--no-build')) await import('./build.mjs');
if (process.exitCode) process.exit();
const {createSandbox} = await import('cr-checkout/sandbox');

const startedAt = Date.now();
const server = await startServer(createSandbox, [small, large]);
const {browser, context} = await openBrowser();
const timer = setTimeout(() => {
  console.error(`bench: not done after ${longest / 1000} s`);
  void browser.close();
}, longest);

const lines = [];
const notes = [];
try {
  for (const [rows, limit, runs] of [
    [small, 1.5, 15],
    [large, 2, 9],
  ]) {
    const {median, fastest, isSame} = await firstBrands(context, server.url, {rows, runs});
    const told = ({element, floor}) => `${element.toFixed(0)} against ${floor.toFixed(0)} ms`;
    const note = `medians of ${runs}: ${told(median)}; fastest: ${told(fastest)}`;
    const ratio = median.element / median.floor;
    lines.push(line(`first brands, ${rows} rows`, ratio, limit, {unit: 'x', digits: 2, note}));
    if (!isSame) notes.push(`At ${rows} rows the two pages begin with different brands.`);
  }

  for (const [pace, gap] of [
    ['', 120],
    [', in a hurry', 50],
  ]) {
    const rounds = [];
    for (let round = 0; round < 3; round++)
      rounds.push(await slowestKeystroke(context, server.url, {rows: large, gap}));
    const bare = await slowestKeystroke(context, server.url, {which: 'floor', rows: large, gap});
    const worst = rounds.map(({eventTiming}) => eventTiming.ms).sort((a, b) => a - b);
    const {eventTiming, count} = rounds.find(round => round.eventTiming.ms === worst[1]);
    lines.push(
      line(`slowest keystroke${pace}, ${large} rows`, worst[1], 50, {
        unit: ' ms',
        note: `${eventTiming.label}; ${rounds.length} rounds of ${count} keys: ${worst.join(', ')} ms; a bare field: ${bare.eventTiming.ms} ms`,
      }),
    );
  }

  for (const rows of [small, large]) {
    const {first, most} = await domNodes(context, server.url, rows);
    const note = ({elements}) => `${elements} of them elements`;
    lines.push(line(`DOM nodes, ${rows} rows`, first.all, 1500, {note: note(first)}));
    lines.push(line(`DOM nodes while scrolling, ${rows} rows`, most.all, 1500, {note: note(most)}));
  }

  const {after5, after50} = await heapOverRounds(context, server.url, large);
  const inMb = bytes => `${(bytes / 1e6).toFixed(2)} MB`;
  lines.push(
    line('heap after 50 rounds against 5', after50 / after5, 1.1, {
      unit: 'x',
      digits: 2,
      note: `${inMb(after50)} against ${inMb(after5)}, ${large} rows`,
    }),
  );

  console.log(
    `\nChromium ${browser.version()}, processor ${throttle} times slower; the sandbox is asked directly.`,
  );
  console.log(
    "First brands: from the end of the listing's response to the paint after the first tiles exist.",
  );
  console.log(
    "Keystroke: the longest Event Timing duration of a round's key and input events; the middle one of the rounds counts.\n",
  );
  console.log(table(lines));
  const load = loadavg()[0];
  if (load > availableParallelism() + 0.5) {
    notes.push(`Others were at work here (load ${load.toFixed(1)}): times are too long, ratios too coarse.`);
  }
  for (const note of notes) console.log(note);
  console.log(`\n${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  await browser.close();
  server.close();
}
