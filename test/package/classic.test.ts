/** Tests the classic script as a CommonJS loader evaluates it, which is how Jest and old bundlers do. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {runInThisContext} from 'node:vm';
import {root} from './support/project.js';

test('the file that main names exports the class, and needs no DOM', () => {
  const {main} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {main: string};
  assert.equal(main, './dist/cr-checkout.classic.js');
  const code = readFileSync(join(root, main), 'utf8');
  const module = {exports: {} as Record<string, unknown>};
  runInThisContext(`(function (module, exports) {${code}\n})`)(module, module.exports);
  assert.equal(typeof module.exports.CrCheckout, 'function');
  assert.equal(typeof module.exports.version, 'string');
});
