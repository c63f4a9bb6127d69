/** What docs/hosts.md shows is what `demo/hosts` runs, where the end-to-end tests buy through each. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {root} from './support/readme.js';

const page = readFileSync(join(root, 'docs/hosts.md'), 'utf8');
const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const shown = [...page.matchAll(/^\[(\S+)\]\(\.\.\/(\S+)\)\n\n```\w+\n([\s\S]*?)^```$/gm)];
const hosts = Object.keys(scripts).flatMap(name => /^demo:(\w+)$/.exec(name)?.[1] ?? []);

describe('the page about hosts', () => {
  test('shows each file as it is run', () => {
    assert.ok(shown.length >= 12);
    for (const [, name, file = '', code] of shown) {
      assert.equal(name, file);
      assert.equal(code, readFileSync(join(root, file), 'utf8'), file);
    }
  });

  test('shows no code that is not in a file, but for the commands', () => {
    const fences = [...page.matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
    assert.equal(fences.filter(language => language !== 'sh').length, shown.length);
    for (const [, name = ''] of page.matchAll(/npm run (\S+)/g)) assert.ok(name in scripts, name);
  });

  test('has every host that can be started', () => {
    assert.ok(hosts.length >= 9);
    for (const host of hosts) {
      assert.ok(
        shown.some(([, , file = '']) => file.startsWith(`demo/hosts/${host}`)),
        host,
      );
    }
  });

  test('links to files that exist', () => {
    for (const [, target = ''] of page.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)) {
      assert.ok(existsSync(join(root, 'docs', target)), target);
    }
  });
});
