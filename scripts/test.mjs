/**
 * Runs every check and every test, shows what each stage came to, and ends with `N passed, N failed`.
 * Usage: npm test [-- checks|node|browser|engines|e2e|frameworks]
 */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const bin = name => join('node_modules', '.bin', name);
const script = (name, ...words) => [process.execPath, join('scripts', name), ...words];

/**
 * In the order they run. A stage without `counts` is one test, which its exit code decides; `needs` names the stage
 * without which it cannot run. `limit` is in seconds.
 */
const stages = [
  {name: 'types', groups: ['checks'], limit: 120, command: () => [bin('tsc'), '--noEmit']},
  {name: 'lint', groups: ['checks'], limit: 60, command: () => [bin('biome'), 'check']},
  {name: 'imports', groups: ['checks'], limit: 60, command: () => [bin('depcruise'), 'src']},
  {
    name: 'build',
    groups: ['checks', 'node', 'e2e', 'frameworks'],
    limit: 120,
    command: () => script('build.mjs'),
  },
  {name: 'manifest', groups: ['checks'], limit: 60, command: () => ['npm', 'run', 'manifest:check']},
  {name: 'size', groups: ['checks'], limit: 60, needs: 'build', command: () => [bin('size-limit')]},
  {
    name: 'package',
    groups: ['checks'],
    limit: 120,
    needs: 'build',
    command: () => ['npm', 'run', 'package'],
  },
  {
    name: 'node',
    groups: ['node'],
    limit: 300,
    counts: true,
    command: () =>
      nodeTests(['domain', 'api', 'locales', 'proxy', 'sandbox', 'scripts', 'package', 'bench', 'chaos']),
  },
  {name: 'browser', groups: ['browser'], limit: 240, counts: true, command: () => [bin('wtr')]},
  {
    name: 'engines',
    groups: ['engines'],
    limit: 420,
    counts: true,
    command: () => [bin('wtr'), '--config', 'web-test-runner.engines.config.mjs'],
  },
  {
    name: 'e2e',
    groups: ['e2e'],
    limit: 900,
    needs: 'build',
    counts: true,
    // A test that failed may have left a browser or a server open, which must not keep the run from ending. The other tests
    // end by themselves: a file that is made to end loses what it has not reported yet. Node 20 means whole files by its timeout.
    command: () => nodeTests(['e2e'], '--test-force-exit', '--test-concurrency=1', '--test-timeout=700000'),
  },
  {
    name: 'frameworks',
    groups: ['frameworks'],
    limit: 720,
    needs: 'build',
    counts: true,
    command: () => nodeTests(['frameworks'], '--test-force-exit', '--test-timeout=700000'),
  },
];

const groups = [...new Set(stages.flatMap(stage => stage.groups))];
const wanted = process.argv.slice(2);
const unknown = wanted.find(name => !groups.includes(name));
if (unknown !== undefined) {
  console.error(`there is no group '${unknown}': say ${groups.join(', ')}, or nothing for all`);
  process.exit(1);
}

const temporary = mkdtempSync(join(tmpdir(), 'cr-checkout-test-'));
const results = [];
for (const stage of stages) {
  if (wanted.length > 0 && !stage.groups.some(group => wanted.includes(group))) continue;
  results.push(await runStage(stage));
}
rmSync(temporary, {recursive: true});

const total = key => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${'stage'.padEnd(10)}  passed  failed  skipped  seconds`);
for (const {name, passed, failed, skipped, seconds, note} of results) {
  const cells = [
    `${passed}`.padStart(6),
    `${failed}`.padStart(6),
    `${skipped}`.padStart(7),
    seconds.toFixed(1).padStart(7),
  ];
  console.log(`${name.padEnd(10)}  ${cells.join('  ')}${note ? `  ${note}` : ''}`);
}
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(
  `\n${total('passed')} passed, ${total('failed')} failed${total('skipped') ? `, ${total('skipped')} skipped` : ''}`,
);

async function runStage({name, limit, needs, counts, command}) {
  const missing = results.find(result => result.name === needs && result.failed > 0);
  if (missing) return {name, passed: 0, failed: 1, skipped: 0, seconds: 0, note: `not run: ${needs} failed`};

  console.log(`\n== ${name}`);
  const startedAt = Date.now();
  const file = join(temporary, `${name}.json`);
  const {code, timedOut} = await run(command(), limit, {TEST_COUNTS: file});
  const seconds = (Date.now() - startedAt) / 1000;
  if (timedOut) console.error(`${name} was stopped after ${limit} s`);

  if (!counts) return {name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds};
  const counted = countsIn(file);
  const note = complaint(counted, code, timedOut && limit);
  return {name, ...counted, failed: counted.failed + (note ? 1 : 0), seconds, note};
}

/** What a reporter wrote; a runner that was stopped leaves the file empty or makes none. */
function countsIn(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text === '' ? {passed: 0, failed: 0, skipped: 0} : JSON.parse(text);
}

/** What is wrong with a stage that the counts of its tests do not say; it counts as one more failure. */
function complaint({passed, failed}, code, limit) {
  if (limit) return `stopped after ${limit} s`;
  if (passed + failed === 0) return 'ran no tests';
  if (code !== 0 && failed === 0) return `ended with code ${code}`;
  return undefined;
}

/** Runs a command with its output passed on, and ends it and all that it started when its time is up. */
function run([program, ...words], limit, variables) {
  return new Promise(resolve => {
    const env = {...process.env, ...variables};
    const child = spawn(program, words, {stdio: ['ignore', 'inherit', 'inherit'], detached: true, env});
    let timedOut = false;
    const end = signal => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(() => {
      timedOut = true;
      end('SIGTERM');
      setTimeout(end, 5000, 'SIGKILL').unref();
    }, limit * 1000);
    const interrupt = () => {
      end('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    const finish = code => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      resolve({code, timedOut});
    };
    child.once('error', error => {
      console.error(error.message);
      finish(1);
    });
    child.once('close', code => finish(code ?? 1));
  });
}

/** Node 20 takes no patterns after `--test`: the files are found here. */
function nodeTests(folders, ...flags) {
  const files = folders
    .map(folder => join('test', folder))
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder, {recursive: true}).map(name => join(folder, name)))
    .filter(name => name.endsWith('.test.ts'))
    .sort();
  const options = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/count-reporter.mjs',
    '--test-reporter-destination=stderr',
  ];
  // Without a file, Node would go and look for some itself.
  return [
    process.execPath,
    '--import',
    'tsx',
    '--test',
    ...options,
    ...flags,
    ...(files.length > 0 ? files : ['none']),
  ];
}
