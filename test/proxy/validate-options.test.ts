import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {secret} from './support/fake-api.js';

const good: ProxyOptions = {partnerId: 'partner-1', appVersion: '1.0', secrets: [secret]};
const make = (changes: object) => () => createProxy({...good, ...changes} as ProxyOptions);

test('makes a named handler from the three required options', () => {
  assert.equal(createProxy(good).name, 'proxy');
});

test('says what to set for each option that cannot be used', () => {
  const cases: [object, RegExp][] = [
    [{partnerId: undefined}, /set partnerId .*account information/],
    [{partnerId: ''}, /set partnerId/],
    [{partnerId: 'a\r\nX-Evil: 1'}, /set partnerId/],
    [{appVersion: undefined}, /set appVersion/],
    [{upstream: 'api.cryptorefills.com'}, /set upstream .*https:\/\/api/],
    [{upstream: 'ftp://api.example'}, /set upstream/],
    [{upstream: 'https://user:pass@api.example'}, /set upstream/],
    [{upstream: 'https://api.example?x=1'}, /set upstream/],
    [{basePath: 'api'}, /set basePath/],
    [{basePath: '/a/../b'}, /set basePath/],
    [{defaultCountry: 'USA'}, /set defaultCountry/],
    [{allowedOrigins: ['https://shop.example/']}, /allowedOrigins: .* is not an origin/],
    [{allowedOrigins: ['*']}, /allowedOrigins/],
    [{allowedOrigins: 'https://shop.example'}, /set allowedOrigins to a list/],
    [{trustedHops: -1}, /set trustedHops/],
    [{trustedHops: 1.5}, /set trustedHops/],
    [{secrets: undefined}, /set secrets .*rawOrderIds/],
    [{secrets: []}, /set secrets/],
    [{secrets: ['  ']}, /nobody can guess/],
    [{timeouts: {read: 0}}, /timeouts.read/],
    [{timeouts: null}, /set timeouts to \{connect, .*rest\}/],
    [{timeouts: 5000}, /set timeouts to \{/],
    [{timeouts: {reed: 1000}}, /timeouts.reed is not an option/],
    [{fetch: 'yes'}, /set fetch/],
    [{now: 5}, /set now/],
    [{log: true}, /set log/],
    [{store: null}, /set store/],
    [{store: {}}, /set store to memoryStore\(\), redisStore/],
    [{limits: true}, /set limits/],
    [{limits: {orders: {}}}, /limits.orders is not an option; there are .*createOrder/],
    [{limits: {createOrder: 5}}, /set limits.createOrder to \{partner, buyer, window\}/],
    [{limits: {createOrder: {buyer: 0}}}, /limits.createOrder.buyer to a number from 1 on/],
    [{limits: {streamsPerOrder: 'many'}}, /limits.streamsPerOrder to a number/],
    [{cash: {}}, /: cash is not an option; there are partnerId/],
    [{cache: true}, /set cache/],
    [{cache: {brands: {}}}, /cache.brands is not an option; there are .*listBrands/],
    [{cache: {listBrands: 5}}, /set cache.listBrands to \{fresh, stale, outage\}/],
    [{cache: {listBrands: {fresh: -1}}}, /cache.listBrands.fresh to milliseconds/],
    [{cache: {listBrands: {forever: 1}}}, /cache.listBrands.forever is not an option/],
    [{cache: {errors: 'no'}}, /cache.errors to milliseconds/],
    [{cache: {maxBytes: Number.NaN}}, /cache.maxBytes to bytes/],
  ];
  for (const [changes, message] of cases) {
    assert.throws(
      make(changes),
      error => error instanceof TypeError && message.test(error.message),
      String(message),
    );
  }
  assert.throws(() => createProxy(undefined as never), /set partnerId/);
});

test('takes raw order ids instead of secrets', () => {
  assert.doesNotThrow(make({secrets: undefined, rawOrderIds: true}));
});
