/** What resolvers that know no `exports` find: the same types as those that do, and the classic script. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from './support/project.js';

interface Target {
  readonly types: string;
  readonly default: string;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly main: string;
  readonly types: string;
  readonly typesVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly exports: Readonly<Record<string, Target | string>>;
};

test('main, types and typesVersions name what exports do', () => {
  const entries = Object.entries(manifest.exports).filter(
    (entry): entry is [string, Target] => typeof entry[1] === 'object' && !entry[0].endsWith('.js'),
  );
  const [, own] = entries.find(([name]) => name === '.')!;
  // Resolvers that know no `exports` know no modules either.
  assert.equal(manifest.main, './dist/cr-checkout.classic.js');
  assert.equal(manifest.types, own.types);
  const expected = entries
    .filter(([name]) => name !== '.')
    .map(([name, {types}]) => [name.slice(2), [types]]);
  assert.deepEqual(manifest.typesVersions, {'*': Object.fromEntries(expected)});
});
