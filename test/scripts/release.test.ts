/** Tests the release, as far as possible without one. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {parse} from 'yaml';
import {obstaclesTo} from '../../scripts/check-release.mjs';
import {root} from '../package/support/project.js';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
}

interface Job {
  readonly needs?: readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: {readonly push: {readonly tags: readonly string[]; readonly branches?: unknown}};
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'build' | 'test' | 'publish', Job>>;
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const workflow = parse(read('.github/workflows/release.yml')) as Workflow;
const {build, test: tests, publish} = workflow.jobs;
const commandsOf = ({steps}: Job) => steps.flatMap(({run}) => run ?? []);
const commands = [build, tests, publish].flatMap(commandsOf);

describe('the workflow of a release', () => {
  test('starts with the tag of a version and with nothing else', () => {
    assert.deepEqual(workflow.on, {push: {tags: ['v*']}});
  });

  test('may read the repository and be known to the registry, and no more', () => {
    assert.deepEqual(workflow.permissions, {contents: 'read'});
    for (const job of [build, tests]) assert.deepEqual(job.permissions, {contents: 'read'});
    assert.deepEqual(publish.permissions, {contents: 'read', 'id-token': 'write'});
  });

  test('runs scripts that there are', () => {
    const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>};
    const own = ['ci', 'pack', 'publish'];
    const words = commands.flatMap(command => [...command.matchAll(/\bnpm (?:run )?(\S+)/g)]);
    const missing = words
      .map(([, name = '']) => name)
      .filter(name => !own.includes(name) && !(name in scripts));
    assert.ok(words.length >= 3);
    assert.deepEqual(missing, []);
    for (const [, file = ''] of commands.join('\n').matchAll(/\bnode (\S+)/g))
      assert.ok(existsSync(join(root, file)));
  });

  test('checks the release before it builds, and publishes with provenance what was built and tested', () => {
    const at = (words: string, list = commands) => list.findIndex(command => command.includes(words));
    const building = commandsOf(build);
    assert.ok(at('check-release.mjs', building) >= 0);
    assert.ok(at('check-release.mjs', building) < at('npm ci', building));
    assert.ok(at('npm run build', building) < at('npm pack', building));
    assert.ok(commandsOf(tests).includes('npm test'));
    assert.deepEqual(publish.needs, ['build', 'test']);
    assert.equal(at('npm publish --provenance --access public'), commands.length - 1);
  });

  test('runs no code of the repository or its dependencies where it may publish', () => {
    assert.equal(commandsOf(publish).length, 1);
    assert.match(commandsOf(publish)[0]!, /--ignore-scripts \.\/package\.tgz$/);
    assert.ok(!publish.steps.some(({uses = ''}) => uses.startsWith('actions/checkout')));
  });

  test('uses actions by their commit, in every workflow', () => {
    const folder = join(root, '.github/workflows');
    for (const file of readdirSync(folder)) {
      const {jobs} = parse(readFileSync(join(folder, file), 'utf8')) as {jobs: Record<string, Job>};
      for (const {steps} of Object.values(jobs)) {
        for (const {uses} of steps) if (uses) assert.match(uses, /^[\w-]+\/[\w-]+@[\da-f]{40}$/, file);
      }
    }
  });

  test('installs only what the lockfile knows by its content', () => {
    for (const file of [
      'package-lock.json',
      'demo/hosts/runtimes/package-lock.json',
      'demo/hosts/next/package-lock.json',
      'demo/hosts/frameworks/package-lock.json',
    ]) {
      const {packages} = JSON.parse(read(file)) as {
        packages: Record<string, {link?: true; integrity?: string}>;
      };
      const unknown = Object.entries(packages)
        .filter(([path, {link, integrity}]) => path !== '' && !link && !/^sha512-/.test(integrity ?? ''))
        .map(([path]) => path)
        // The tests install this project itself, as packed.
        .filter(path => path !== 'node_modules/cr-checkout');
      assert.deepEqual(unknown, [], file);
    }
  });

  test('publishes a package that npm has nothing to correct about', () => {
    // Names an address without a registry.
    const nowhere = ['--registry', 'http://127.0.0.1:9', '--fetch-retries=0', '--provenance=false'];
    const words = ['publish', '--dry-run', '--access', 'public', '--ignore-scripts', ...nowhere];
    const {status, stdout, stderr} = spawnSync('npm', words, {cwd: root, encoding: 'utf8'});
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^\+ cr-checkout@\d/m);
    assert.doesNotMatch(stderr, /auto-corrected|errors corrected|invalid/i);
  });
});

describe('what keeps a version from being released', () => {
  const files: Readonly<Record<string, string>> = {
    'package.json':
      '{"version": "1.2.3", "repository": {"type": "git", "url": "git+https://code.example/a/b.git"}}',
    'package-lock.json': '{"version": "1.2.3"}',
    'src/version.ts': "export const version = '1.2.3';",
    'docs/script-tag.md': 'https://cdn.example/cr-checkout@1.2.3/dist/cr-checkout.js',
    'demo/apps/script-tag/package.json': '{"dependencies": {"cr-checkout": "1.2.3"}}',
    'CHANGELOG.md': '## [Unreleased]\n\n## [1.2.3] - 2027-01-31\n',
  };
  const obstacles = (changed: Readonly<Record<string, string>> = {}, tag = 'v1.2.3', home?: string) =>
    obstaclesTo(tag, home, file => ({...files, ...changed})[file] ?? '');

  test('is nothing when all agree', () => {
    assert.deepEqual(obstacles(), []);
    assert.deepEqual(obstacles({}, 'v1.2.3', 'https://code.example/a/b'), []);
  });

  test('is a repository that package.json does not name, or that is another', () => {
    const [sentence = ''] = obstacles(
      {'package.json': '{"version": "1.2.3"}'},
      'v1.2.3',
      'https://code.example/a/b',
    );
    assert.match(sentence, /no repository.*git\+https:\/\/code\.example\/a\/b\.git/);
    assert.equal(obstacles({}, 'v1.2.3', 'https://code.example/c/d').length, 1);
  });

  test('is a file of another version, one sentence each', () => {
    assert.equal(obstacles({}, 'v1.2.4').length, 1);
    for (const file of Object.keys(files).filter(name => name !== 'package.json')) {
      assert.deepEqual(obstacles({[file]: files[file]!.replaceAll('1.2.3', '1.2.2')}).length, 1, file);
    }
    assert.equal(obstacles({'CHANGELOG.md': '## [1.2.3] - unreleased'}).length, 1);
  });

  test('is said by the program, with 1', () => {
    const {status, stderr} = spawnSync(process.execPath, ['scripts/check-release.mjs', 'v0.0.0'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /^The tag is v0\.0\.0/);
  });
});
