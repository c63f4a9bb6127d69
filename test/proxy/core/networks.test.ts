/** The networks by which limits count a buyer. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {networksOf} from '../../../src/proxy/core/networks.js';

test('an IPv4 address counts as itself and in its /24', () => {
  assert.deepEqual(networksOf('192.0.2.7'), {buyer: '192.0.2.7', around: ['192.0.2/24']});
});

test('an IPv6 address counts in its /64, /56 and /48, however it is written', () => {
  const expected = {buyer: '2001:db8:1:23ab', around: ['2001:db8:1:2300/56', '2001:db8:1/48']};
  for (const address of ['2001:db8:1:23ab::1', '2001:0db8:0001:23AB:1:2:3:4', '2001:db8:1:23ab::192.0.2.1'])
    assert.deepEqual(networksOf(address), expected, address);
  assert.deepEqual(networksOf('2001:db8::'), {
    buyer: '2001:db8:0:0',
    around: ['2001:db8:0:0/56', '2001:db8:0/48'],
  });
  assert.notDeepEqual(networksOf('2001:db8:1:24ab::1').around[0], expected.around[0]);
});

test('an IPv4 address within an IPv6 address counts as itself', () => {
  for (const address of [
    '::ffff:192.0.2.7',
    '::ffff:c000:207',
    '::FFFF:C000:0207',
    '0:0:0:0:0:ffff:192.0.2.7',
    '64:ff9b::192.0.2.7',
    '64:ff9b::c000:207',
    '0064:ff9b:0:0:0:0:c000:0207',
    '64:ff9b:1:2::c000:207',
  ]) {
    assert.deepEqual(networksOf(address), networksOf('192.0.2.7'), address);
  }
});
