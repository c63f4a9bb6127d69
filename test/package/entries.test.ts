import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {exports} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | {types: string; default: string}>;
};

/** Entries of types only. */
const TYPES = ['./react', './vue', './svelte'];

/** Globals of lit (its versions) and zod (its shared settings); no entry adds another name. */
const LIBRARY_NAMES = [
  '__zod_globalConfig',
  '__zod_globalRegistry',
  'customElements',
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'litServerRoot',
  'reactiveElementVersions',
];

/** The script that is no module: loaded by `require`, which takes what it exports, where others import. */
const CLASSIC = './dist/cr-checkout.classic.js';

/** Imports a module in its own process, and prints its exports and its changes to the globals. */
const PROBE = `
  const platform = ['fetch', 'Headers', 'Request', 'Response', 'URL', 'Event', 'EventTarget', 'CustomEvent'];
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const values = platform.map(name => globalThis[name]);
  const path = process.argv[1];
  const load = async () => {
    if (!path.endsWith('.classic.js')) return import(path);
    const found = {exports: {}};
    const {readFileSync} = await import('node:fs');
    new Function('module', 'exports', readFileSync(path, 'utf8'))(found, found.exports);
    return found.exports;
  };
  const module = await load();
  console.log(JSON.stringify({
    exported: Object.keys(module),
    added: Object.getOwnPropertyNames(globalThis).filter(name => !before.has(name)),
    replaced: platform.filter((name, index) => globalThis[name] !== values[index]),
  }));
`;

for (const [entry, target] of Object.entries(exports)) {
  const file = typeof target === 'string' ? target : target.default;

  test(`the files of entry ${entry} are there`, () => {
    assert.ok(existsSync(join(root, file)), file);
    if (typeof target !== 'string') assert.ok(existsSync(join(root, target.types)), target.types);
  });

  if (!file.endsWith('.js')) continue;

  test(`entry ${entry} is imported without a DOM, quietly, and leaves the globals alone`, () => {
    const name = entry === CLASSIC ? entry : `cr-checkout${entry.slice(1)}`;
    const words = ['--input-type=module', '--eval', PROBE, name];
    const {status, stdout, stderr} = spawnSync(process.execPath, words, {cwd: root, encoding: 'utf8'});
    assert.equal(stderr, '');
    assert.equal(status, 0);
    const {exported, added, replaced} = JSON.parse(stdout) as Record<string, string[]>;
    assert.equal(exported!.length === 0, TYPES.includes(entry));
    assert.deepEqual(
      added!.filter(key => !LIBRARY_NAMES.includes(key)),
      [],
    );
    assert.deepEqual(replaced, []);
  });
}
