import assert from 'node:assert/strict';
import {test} from 'node:test';
import {line, median, table} from './report.mjs';

test('a limit is met below it, and not at it', () => {
  const [, below, at] = table([line('a', 49, 50, {unit: ' ms'}), line('b', 50, 50)]).split('\n');
  assert.match(below ?? '', /^a +49 ms +< 50 ms +met$/);
  assert.match(at ?? '', /^b +50 +< 50 +NOT MET$/);
});

test('figures have the places that were asked for, and their notes beside them', () => {
  assert.match(
    table([line('ratio', 1.499, 1.5, {unit: 'x', digits: 2, note: 'why'})]),
    /1\.50x +< 1\.50x +met +why/,
  );
});

test('the median of an even number of runs lies between the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([10, 2, 4, 8]), 6);
});
