import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {LANGUAGES} from '../../src/locales/index.js';
import {root} from './support/project.js';

const dist = join(root, 'dist');
const checksums = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Record<string, string>;

test('integrity.json names every script of dist but those of servers', () => {
  const files = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter(
    name => name.endsWith('.js') && !/^(proxy|sandbox)\b/.test(name),
  );
  const named = Object.keys(checksums);
  assert.deepEqual(named.sort(), files.sort());
  for (const file of ['cr-checkout.js', ...LANGUAGES.map(language => `locales/${language}.js`)])
    assert.ok(named.includes(file), file);
});

test('integrity.json has the SHA-384 of each file, as the integrity attribute takes it', () => {
  for (const [name, checksum] of Object.entries(checksums)) {
    const hash = createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64');
    assert.equal(checksum, `sha384-${hash}`, name);
  }
});
