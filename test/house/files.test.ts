/**
 * Keeps files short: one idea a file is read, moved and tested whole. Languages are lists of texts and may be long,
 * and so may the description of the element's parts and events, which editors and the manifest read from one comment.
 */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {median} from '../bench/report.mjs';
import {filesIn, textOf} from './support/files.js';

const sizes = filesIn('src')
  .filter(file => file.endsWith('.ts') && !file.startsWith('src/locales/'))
  .map(file => ({file, lines: linesOf(file)}));

test('no file of src is longer than 250 lines', () => {
  const long = sizes.filter(({lines}) => lines > 250).map(({file, lines}) => `${file} ${lines}`);
  assert.deepEqual(long, []);
});

test('the median of the files of src is below 80 lines', t => {
  const middle = median(sizes.map(({lines}) => lines));
  t.diagnostic(`${sizes.length} files, median ${middle} lines`);
  assert.ok(middle < 80);
});

test('no import() has a computed path, which neither a bundler nor the import arrows can follow', () => {
  const computed = filesIn('src').filter(file => /\bimport\((?!\s*['"])/.test(withoutComments(textOf(file))));
  assert.deepEqual(computed, []);
});

function linesOf(file: string): number {
  const text = textOf(file);
  const described = file.endsWith('/cr-checkout.ts')
    ? text.replace(/\/\*\*[\s\S]*?\*\/\n(?=export class)/, '')
    : text;
  return described.trimEnd().split('\n').length;
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
