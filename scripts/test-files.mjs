/**
 * Runs files of Node's tests side by side, a process each, one more at a time than there are processors, as each waits
 * now and then. Node's own `--test` knows no worker, of which each has its browser here, and shows nothing of a file while
 * an earlier one hangs.
 */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {run} from './run.mjs';

/** Returns the test files below folders of `test`, in the order of their names. */
export function testFiles(folders) {
  return folders
    .map(folder => join('test', folder))
    .flatMap(folder => readdirSync(folder, {recursive: true}).map(name => join(folder, name)))
    .filter(name => name.endsWith('.test.ts'))
    .sort();
}

/** Most files of browsers that are run again: when more fail, it is not a neighbour on the machine that made them fail. */
const MOST_AGAIN = 3;

/**
 * Runs files and returns their counts together, with what was wrong besides failed tests as `notes`. Files that share a
 * browser with others and fail are run again, alone, and named in the notes: what fails then too is a failure.
 *
 * @param shared Module that each worker starts and ends; the variables that it sends are its files' environment.
 */
export async function runFiles(files, shared) {
  const total = {passed: 0, failed: 0, skipped: 0, notes: []};
  const results = await runAll(files, shared);
  const failed = shared ? results.filter(({counts}) => counts.failed > 0).map(({file}) => file) : [];
  const again = failed.length > MOST_AGAIN ? [] : failed;
  for (const {file, counts} of results) if (!again.includes(file)) add(total, counts);
  for (const file of again) {
    console.log(`\n-- ${file} failed and is run again`);
    const [{counts}] = await runAll([file], shared);
    add(total, counts);
    if (counts.failed === 0) total.notes.push(`${file} failed, and passed when it was run again`);
  }
  return total;
}

/** Runs files side by side; returns each with its counts. */
async function runAll(files, shared) {
  const results = [];
  const queue = files.values();
  const work = async () => {
    const service = shared && (await start(shared));
    for (const file of queue) results.push({file, counts: await runFile(file, service?.env)});
    service?.close();
  };
  await Promise.all(Array.from({length: Math.min(availableParallelism() + 1, files.length)}, work));
  return results;
}

/** Starts a module in a process of its own and waits for the one message that it sends. */
async function start(module) {
  const child = fork(module, {execArgv: ['--import', 'tsx']});
  const [env] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${module} ended with code ${code}`))),
  ]);
  return {env, close: () => child.disconnect()};
}

async function runFile(file, env) {
  const startedAt = Date.now();
  const chunks = [];
  const words = ['--import', 'tsx', '--test-reporter=./scripts/test-reporter.mjs', file];
  // A failed test may leave its connection to the shared browser open, which must not keep its process from ending.
  if (env) words.unshift('--test-force-exit');
  const result = await run([process.execPath, ...words], {env, onOutput: chunk => void chunks.push(chunk)});
  console.log(`\n-- ${file} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  for (const chunk of chunks) process.stdout.write(chunk);
  return countsOf(file, result);
}

function add(total, {passed, failed, skipped, notes}) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.notes.push(...notes);
}

/** Returns the counts of a run, with failures besides tests as `notes`; each note is one more failure. */
export function countsOf(name, {code, isSilent, message = {}}) {
  const {passed = 0, failed = 0, skipped = 0, running = []} = message;
  const during = running.length > 0 ? ` during:\n${running.join('\n')}` : '';
  const wrong = () => {
    if (isSilent) return `was ended after five minutes of silence${during}`;
    if (during) return `ended with code ${code}${during}`;
    if (passed + failed + skipped === 0) return 'ran no tests';
    return code !== 0 && failed === 0 ? `ended with code ${code}` : undefined;
  };
  const notes = [wrong()].filter(Boolean).map(text => `${name} ${text}`);
  for (const note of notes) console.error(note);
  return {passed, failed: failed + notes.length, skipped, notes};
}
