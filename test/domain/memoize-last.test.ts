import assert from 'node:assert/strict';
import {test} from 'node:test';

import {memoizeLast} from '../../src/domain/memoize-last.js';

test('computes once for the same arguments, and again when one of them has changed', () => {
  const calls: string[] = [];
  const join = memoizeLast((first: string, second: object | undefined) => {
    calls.push(first);
    return {first, second};
  });
  const second = {};
  const result = join('a', second);
  assert.equal(join('a', second), result);
  assert.deepEqual(calls, ['a']);
  assert.notEqual(join('a', {}), result);
  assert.notEqual(join('a', second), result, 'only the last result is kept');
  assert.deepEqual(calls, ['a', 'a', 'a']);
});

test('keeps a result that is undefined', () => {
  let calls = 0;
  const find = memoizeLast((_: string) => {
    calls += 1;
    return undefined;
  });
  find('a');
  find('a');
  assert.equal(calls, 1);
});
