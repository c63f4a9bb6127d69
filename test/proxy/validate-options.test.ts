import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createProxy, memoryStore, type ProxyOptions} from '../../src/proxy/index.js';
import {secret} from './support/fake-api.js';

const good: ProxyOptions = {partnerId: 'partner-1', appVersion: '1.0', secrets: [secret]};
const make = (changes: object) => () => createProxy({...good, ...changes} as ProxyOptions);

test('makes a named handler from the three required options', () => {
  assert.equal(createProxy(good).name, 'proxy');
});

test('names what to set for each option that cannot be used', () => {
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
    [{secrets: ['a']}, /set secrets .*at least 32 characters/],
    [{secrets: [`  ${'a'.repeat(31)}  `]}, /at least 32 characters/],
    [{secrets: [secret, 'a'.repeat(31)]}, /at least 32 characters/],
    [{timeouts: {read: 0}}, /timeouts.read/],
    [{timeouts: {read: 2 ** 31}}, /timeouts.read/],
    [{timeouts: {read: Number.POSITIVE_INFINITY}}, /timeouts.read/],
    [{limits: {createOrder: {partner: 13.5}}}, /limits.createOrder.partner to a number from 1 on, whole or/],
    [{limits: {createOrder: {buyer: 2.5}}}, /limits.createOrder.buyer to a number from 1 on, whole/],
    [{limits: {createOrder: {buyer: 1e300}}}, /limits.createOrder.buyer/],
    [
      {limits: {createOrder: {window: Number.POSITIVE_INFINITY}}},
      /limits.createOrder.window to milliseconds/,
    ],
    [{limits: {createOrder: {window: 0.5}}}, /limits.createOrder.window/],
    [{limits: {streamsPerOrder: 2.5}}, /limits.streamsPerOrder to a number from 1 on, whole/],
    [{cache: {maxBytes: Number.POSITIVE_INFINITY}}, /cache.maxBytes to bytes, a whole number/],
    [{cache: {maxBytes: 1.5}}, /cache.maxBytes/],
    [{cache: {getOrder: 0.5}}, /cache.getOrder to milliseconds, a whole number/],
    [{cache: {listBrands: {outage: Number.POSITIVE_INFINITY}}}, /cache.listBrands.outage/],
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
    [{cdn: 'yes'}, /set cdn to true or false/],
    [{allowedOrigins: ['https://*.example']}, /allowedOrigins: entry 1 is not an origin/],
    [{allowedOrigins: ['https://*.shop.example/']}, /allowedOrigins/],
    [{allowedOrigins: ['https://a.*.shop.example']}, /allowedOrigins/],
    [{allowedOrigins: ['*.shop.example']}, /allowedOrigins/],
    [{allowedOrigins: 5}, /set allowedOrigins to a list .* or to a function/],
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

test('a store of a size that cannot be is refused', () => {
  for (const maxEntries of [0, -1, 2.5, Number.POSITIVE_INFINITY, Number.NaN, 1e9])
    assert.throws(
      () => memoryStore({maxEntries}),
      /^TypeError: memoryStore: set maxEntries to a whole number/,
    );
});

test('takes raw order ids instead of secrets', () => {
  assert.doesNotThrow(make({secrets: undefined, rawOrderIds: true}));
});

test('names the option that is wrong and never its value, in under 10 ms', () => {
  const value = 'A-PRIVATE-VALUE';
  const long = `${value} ${'/a'.repeat(500_000)}`;
  for (const text of [value, long, `https://${value}`, `https://user:${value}@shop.example`]) {
    const cases: [string, object][] = [
      ['partnerId', {partnerId: `${text}\n`}],
      ['appVersion', {appVersion: `${text}\n`}],
      ['upstream', {upstream: `${text}?x`}],
      ['basePath', {basePath: text}],
      ['defaultCountry', {defaultCountry: text}],
      ['allowedOrigins', {allowedOrigins: ['https://shop.example', `${text}/`]}],
      ['allowedOrigins', {allowedOrigins: text}],
      ['trustedHops', {trustedHops: text}],
      ['secrets', {secrets: text}],
      ['secrets', {secrets: [text, '']}],
      ['timeouts', {timeouts: text}],
      ['timeouts.read', {timeouts: {read: text}}],
      ['store', {store: text}],
      ['limits', {limits: text}],
      ['limits.getPrice.buyer', {limits: {getPrice: {buyer: text}}}],
      ['cache.listBrands', {cache: {listBrands: text}}],
      ['metrics', {metrics: text}],
      ['fetch', {fetch: text}],
    ];
    for (const [name, options] of cases) {
      let best = Number.POSITIVE_INFINITY;
      // The best of several runs, so that other work of the machine does not count.
      for (let run = 0; run < 10 && best >= 10; run++) {
        const startedAt = performance.now();
        assert.throws(make(options), error => {
          assert.ok(error instanceof TypeError && error.message.includes(name), `${name}: ${error}`);
          assert.ok(!error.message.includes('PRIVATE') && error.message.length < 500, name);
          return true;
        });
        best = performance.now() - startedAt;
      }
      assert.ok(best < 10, `${name}: ${best} ms`);
    }
  }
});

test('names which of the allowed origins is wrong', () => {
  const origins = ['https://shop.example', 'https://shop.example/'];
  assert.throws(make({allowedOrigins: origins}), /allowedOrigins: entry 2 is not an origin/);
});

test('names a misspelled option before the one that is missing because of it', () => {
  assert.throws(make({partnerId: undefined, partnerID: 'partner-1'}), /partnerID is not an option/);
});

test('completes limits and cache by route, or turns them off', () => {
  for (const changes of [
    {limits: {getPrice: {buyer: Number.POSITIVE_INFINITY}}, cache: {listBrands: {fresh: 0}}},
    {limits: false, cache: false},
    {limits: undefined, cache: undefined, timeouts: undefined, upstream: undefined},
  ]) {
    assert.doesNotThrow(make(changes));
  }
});
