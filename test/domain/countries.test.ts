import assert from 'node:assert/strict';
import {test} from 'node:test';

import {COUNTRIES} from '../../src/domain/countries.js';

test('countries are codes of two letters, each once, in order', () => {
  assert.equal(new Set(COUNTRIES).size, COUNTRIES.length);
  assert.ok(COUNTRIES.length > 200);
  assert.deepEqual([...COUNTRIES].sort(), COUNTRIES);
  for (const code of COUNTRIES) assert.match(code, /^[A-Z]{2}$/);
});

test('every country has a name', () => {
  const names = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'});
  for (const code of COUNTRIES) assert.ok(names.of(code), code);
});
