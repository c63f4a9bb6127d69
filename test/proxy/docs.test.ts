/** The tables of times and limits in the documents agree with the code. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {defaultCache} from '../../src/proxy/core/cache-options.js';
import {defaultLimits} from '../../src/proxy/core/limit-options.js';
import {codes, table} from '../package/support/documents.js';

const units: Record<string, number> = {s: 1000, min: 60_000, h: 3_600_000};

function ms(text = ''): number {
  const [, count, unit = ''] = /^(\d+) (\w+)$/.exec(text.trim()) ?? [];
  return Number(count) * (units[unit] ?? Number.NaN);
}

test('the table of the cache has the default times', () => {
  const documented = table('Responses of').map(([route, fresh, stale, outage]) => [
    codes(route)[0],
    {fresh: ms(fresh), stale: ms(stale), outage: ms(outage)},
  ]);
  const {getOrder, errors, empty, maxBytes, ...routes} = defaultCache;
  assert.deepEqual(Object.fromEntries(documented), routes);
});

test('the table of the limits has the default numbers', () => {
  const number = (text = '') => (text.trim() === 'no limit' ? Number.POSITIVE_INFINITY : Number(text));
  const documented = table('Route').map(([route, partner, buyer, window]) => [
    codes(route)[0],
    {partner: number(partner), buyer: number(buyer), window: ms(window)},
  ]);
  const {streamsPerBuyer, streamsPerOrder, ...routes} = defaultLimits;
  assert.deepEqual(Object.fromEntries(documented), routes);
});
