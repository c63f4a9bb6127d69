import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {version} from '../../src/version.js';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = read(root);
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  version: string;
  packages: Record<
    string,
    {resolved?: string; integrity?: string; optional?: boolean; optionalDependencies?: Record<string, string>}
  >;
};
const FREE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];

test('every dependency is pinned to one version', () => {
  const versions = Object.entries({...own.dependencies, ...own.devDependencies});
  assert.ok(versions.length > 0);
  assert.deepEqual(
    versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    [],
  );
});

test('the element reports the version of the package', () => {
  assert.equal(version, own.version, 'make src/version.ts and package.json equal');
});

test('the lockfile says what is installed, and leaves from where to who installs it', () => {
  assert.equal(lock.version, own.version);
  const others = Object.entries(lock.packages).filter(([path]) => path !== '');
  assert.deepEqual(
    others.filter(([, {resolved}]) => resolved !== undefined),
    [],
  );
  assert.deepEqual(
    others.filter(([, {integrity, optional}]) => integrity === undefined && !optional),
    [],
  );
});

test('the lockfile has the packages of every platform, without which npm ci refuses it', () => {
  const names = Object.values(lock.packages).flatMap(entry => Object.keys(entry.optionalDependencies ?? {}));
  const locked = Object.keys(lock.packages).map(path => path.replace(/^.*node_modules\//, ''));
  const missing = names.filter(name => !locked.includes(name));
  assert.deepEqual(missing, [], 'run: node scripts/complete-lockfile.mjs');
});

test('the licence of everything that is installed with the package is a free one', () => {
  const packages = installedWith(root);
  assert.ok(
    packages.some(({name}) => name === 'lit-html'),
    'the dependencies of dependencies are not looked at',
  );
  const strange = packages.filter(({license}) => !license || !FREE.includes(license));
  assert.deepEqual(
    strange.map(({name, license}) => `${name}: ${license}`),
    [],
  );
});

test('the package holds what it needs and no sources, tests or secrets', () => {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const {stdout, status} = spawnSync('npm', words, {cwd: root, encoding: 'utf8'});
  assert.equal(status, 0);
  const [{files, unpackedSize}] = JSON.parse(stdout) as [{files: {path: string}[]; unpackedSize: number}];
  assert.ok(unpackedSize <= 1.5e6, `${(unpackedSize / 1e6).toFixed(2)} MB unpacked`);
  const paths = files.map(({path}) => path);
  const top = new Set(paths.map(path => path.split('/')[0]));
  const expected = ['CHANGELOG.md', 'LICENSE', 'README.md', 'custom-elements.json', 'dist', 'package.json'];
  assert.deepEqual([...top].sort(), expected);
  for (const file of ['dist/cr-checkout.js', 'dist/index.d.ts', 'dist/proxy/node/index.js'])
    assert.ok(paths.includes(file));
});

function read(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
}

/** Lists the dependencies of a folder, and theirs, each once. */
function installedWith(folder: string, seen = new Map<string, Package>()): readonly Package[] {
  for (const name of Object.keys(read(folder).dependencies ?? {})) {
    const found = locate(name, folder);
    if (seen.has(found)) continue;
    seen.set(found, read(found));
    installedWith(found, seen);
  }
  return [...seen.values()];
}

/** Returns where Node finds a package that a folder imports. */
function locate(name: string, folder: string): string {
  const candidate = join(folder, 'node_modules', name);
  if (existsSync(join(candidate, 'package.json'))) return candidate;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`${name} is not installed`);
  return locate(name, parent);
}
