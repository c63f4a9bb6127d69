/**
 * Runs every check and every test, shows what each stage came to, and ends with `N passed, N failed`.
 * Usage: npm test [-- checks|node|browser|engines|e2e|frameworks]
 */
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {run} from './run.mjs';
import {countsOf, runFiles, testFiles} from './test-files.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const bin = (name, ...words) => [join('node_modules', '.bin', name), ...words];
const script = (name, ...words) => [process.execPath, join('scripts', name), ...words];
const foldersOf = path =>
  readdirSync(path, {withFileTypes: true}).flatMap(entry => (entry.isDirectory() ? entry.name : []));
const IN_BROWSERS = ['controllers', 'elements', 'templates', 'e2e', 'frameworks'];
const SHARED = 'test/e2e/support/shared.ts';

/**
 * Stages in the order they run. A stage with a `command` is one test, which its exit code decides, unless it `counts`
 * its tests; one with `folders` runs the files of Node's tests in them. `needs` names the stage without which it
 * cannot run.
 */
const stages = [
  {name: 'types', groups: ['checks'], command: bin('tsc', '--noEmit')},
  {name: 'lint', groups: ['checks'], command: bin('biome', 'check')},
  {name: 'imports', groups: ['checks'], command: bin('depcruise', 'src')},
  {name: 'build', groups: ['checks', 'node', 'e2e', 'frameworks'], command: script('build.mjs')},
  {name: 'manifest', groups: ['checks'], command: ['npm', 'run', 'manifest:check']},
  {name: 'size', groups: ['checks'], needs: 'build', command: bin('size-limit')},
  {name: 'package', groups: ['checks'], needs: 'build', command: ['npm', 'run', 'package']},
  {
    name: 'node',
    groups: ['node'],
    folders: foldersOf('test').filter(name => !IN_BROWSERS.includes(name)),
  },
  {name: 'browser', groups: ['browser'], counts: true, command: bin('wtr')},
  {
    name: 'engines',
    groups: ['engines'],
    counts: true,
    command: bin('wtr', '--config', 'web-test-runner.engines.config.mjs'),
  },
  {name: 'e2e', groups: ['e2e'], needs: 'build', folders: ['e2e'], shared: SHARED},
  {name: 'frameworks', groups: ['frameworks'], needs: 'build', folders: ['frameworks'], shared: SHARED},
];

const groups = [...new Set(stages.flatMap(stage => stage.groups))];
const wanted = process.argv.slice(2);
const unknown = wanted.find(name => !groups.includes(name));
if (unknown !== undefined) {
  console.error(`there is no group '${unknown}': say ${groups.join(', ')}, or nothing for all`);
  process.exit(1);
}

const results = [];
for (const stage of stages) {
  if (wanted.length > 0 && !stage.groups.some(group => wanted.includes(group))) continue;
  console.log(`\n== ${stage.name}`);
  const startedAt = Date.now();
  const result = await resultOf(stage);
  results.push({name: stage.name, ...result, seconds: (Date.now() - startedAt) / 1000});
}

console.log(`\n${'stage'.padEnd(10)}  passed  failed  skipped  seconds`);
for (const {name, passed, failed, skipped, seconds, notes} of results) {
  const cells = [`${passed}`, `${failed}`, ` ${skipped}`, seconds.toFixed(1)].map(cell => cell.padStart(6));
  console.log(`${name.padEnd(10)}  ${cells.join('  ')}`);
  for (const note of notes) console.log(`  ${note.replaceAll('\n', '\n    ')}`);
}
const total = key => results.reduce((sum, result) => sum + result[key], 0);
const skipped = total('skipped') ? `, ${total('skipped')} skipped` : '';
console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exitCode = total('failed') > 0 ? 1 : 0;

/** Returns the counts of a stage, with failures besides tests as `notes`. */
async function resultOf({name, needs, folders, shared, command, counts}) {
  if (results.some(result => result.name === needs && result.failed > 0)) {
    return {passed: 0, failed: 1, skipped: 0, notes: [`not run: ${needs} failed`]};
  }
  if (folders) return runFiles(testFiles(folders), shared);
  const result = await run(command);
  const passes = Number(result.code === 0);
  return countsOf(name, counts ? result : {...result, message: {passed: passes, failed: 1 - passes}});
}
