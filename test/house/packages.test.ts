/**
 * Keeps packages as their authors test them. A package that was cut or patched is a fork that no one else tests, and
 * that its next security release breaks; test/package/one-file.test.ts compares what the bundle contains.
 */
import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {loadConfigFromFile} from 'vite';
import {root} from '../package/support/project.js';
import {filesIn, textOf} from './support/files.js';

const own = JSON.parse(textOf('package.json')) as Record<string, unknown> & {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

test('no package is replaced or patched when it is installed', () => {
  for (const key of ['overrides', 'resolutions', 'patchedDependencies', 'pnpm'])
    assert.ok(!(key in own), key);
  for (const name of ['preinstall', 'install', 'postinstall']) assert.ok(!(name in own.scripts), name);
  assert.ok(!existsSync(join(root, 'patches')));
});

test('no plugin changes a package in the one file', async () => {
  const loaded = await loadConfigFromFile(
    {command: 'build', mode: 'production'},
    join(root, 'vite.config.ts'),
  );
  const {plugins, resolve, define, build} = loaded!.config;
  const {plugins: bundling, output, transform} = build!.rolldownOptions!;
  assert.deepEqual([define, bundling, transform], Array(3).fill(undefined));
  // White space of our own templates goes; the plugin sees no other file.
  const [templates, ...more] = plugins as {name: string; transform: {filter: {id: RegExp}}}[];
  assert.deepEqual([templates!.name, more], ['minify-templates', []]);
  const {id} = templates!.transform.filter;
  assert.ok(id.test(join(root, 'src/elements/cr-checkout.ts')));
  const packages = readdirSync(join(root, 'node_modules'), {recursive: true, encoding: 'utf8'});
  assert.deepEqual(
    packages.filter(path => id.test(join(root, 'node_modules', path))),
    [],
  );
  // A module of ours may take the place of another; nothing takes that of a package.
  const [own, ...others] = resolve!.alias as {find: string; replacement: string}[];
  assert.equal(own?.find, './load-payment-elements.js');
  assert.equal(own?.replacement, join(root, 'src/elements/bundled-payment-elements.ts'));
  assert.deepEqual(others, []);
  assert.ok(output && !Array.isArray(output) && !output.plugins);
});

test('every dependency is imported by the sources, or is a peer of one that is', () => {
  const code = filesIn('src').map(textOf).join('\n');
  const names = Object.keys(own.dependencies);
  const used = names.filter(name =>
    new RegExp(`\\b(?:from|import)\\s*\\(?['"]${name}(?:/[^'"]*)?['"]`).test(code),
  );
  const peers = used.flatMap(name => {
    const {peerDependencies = {}} = JSON.parse(textOf(`node_modules/${name}/package.json`)) as {
      peerDependencies?: object;
    };
    return Object.keys(peerDependencies);
  });
  assert.deepEqual(
    names.filter(name => !used.includes(name) && !peers.includes(name)),
    [],
  );
});
