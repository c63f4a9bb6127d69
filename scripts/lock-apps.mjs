/**
 * Rewrites the lockfile of each app that installs this project, with this project packed in place of a release: exact
 * versions of all dependencies, without the registry's address. Run it when an app's package.json has changed.
 * Usage: npm run lock-apps [-- folder ...], default: all of them
 */
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const all = [
  ...readdirSync('demo/apps').map(app => `demo/apps/${app}`),
  'demo/hosts/frameworks',
  'test/frameworks/compilers',
];
const named = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'cr-checkout-apps-'));
try {
  npm('.', 'pack', '--ignore-scripts', '--pack-destination', folder);
  const tarball = readdirSync(folder)[0];
  for (const source of named.length > 0 ? named : all) lock(source, tarball);
} finally {
  rmSync(folder, {recursive: true});
}

function lock(source, tarball) {
  const copy = join(folder, basename(source));
  cpSync(source, copy, {recursive: true});
  npm(copy, 'install', '--package-lock-only', '--ignore-scripts', join(folder, tarball));
  const written = JSON.parse(readFileSync(join(copy, 'package-lock.json'), 'utf8'));
  for (const entry of Object.values(written.packages)) delete entry.resolved;
  const {dependencies} = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  written.packages[''].dependencies = dependencies;
  delete written.packages['node_modules/cr-checkout'].integrity;
  const file = join(source, 'package-lock.json');
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
  run(process.execPath, ['scripts/complete-lockfile.mjs', source], '.');
}

function npm(cwd, ...words) {
  run('npm', [...words, '--no-audit', '--no-fund'], cwd);
}

function run(program, words, cwd) {
  const {status, stderr} = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  if (status !== 0) throw new Error(stderr);
}
