/** The pages for embedders show nothing that is not in an app, and every app is compiled, built and driven by the tests. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, test} from 'node:test';
import {root} from './support/readme.js';

const PAGES = ['react', 'vue', 'svelte', 'script-tag', 'versioning'];
const APPS = join(root, 'demo/apps');

/** Lines without their indentation, which depends on where a snippet stands. */
const flat = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim().replace(/[,;]$/, ''))
    .filter(Boolean)
    .join('\n');

const sources = readdirSync(APPS, {recursive: true, encoding: 'utf8'})
  .filter(
    name => /\.(tsx?|js|mjs|vue|svelte|html|css)$/.test(name) && !/node_modules|\.next|dist\//.test(name),
  )
  .map(name => flat(readFileSync(join(APPS, name), 'utf8')));

for (const page of PAGES) {
  describe(`docs/${page}.md`, () => {
    const file = join(root, 'docs', `${page}.md`);
    const text = readFileSync(file, 'utf8');

    test('shows code that is in an app, word for word', () => {
      const snippets = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(
        ([, kind]) => kind !== 'text',
      );
      const strangers = snippets.filter(
        ([, , code = '']) => !sources.some(source => source.includes(flat(code))),
      );
      assert.deepEqual(
        strangers.map(([whole]) => whole),
        [],
      );
    });

    test('links to what is there', () => {
      const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
      const broken = links.filter(
        target => !target.startsWith('http') && !existsSync(join(dirname(file), target)),
      );
      assert.deepEqual(broken, []);
    });
  });
}
