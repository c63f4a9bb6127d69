import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {memoryStore, type ProxyStore, redisStore} from '../../../src/proxy/index.js';
import {startRedis} from '../support/redis-server.js';

let redis: Awaited<ReturnType<typeof startRedis>>;
before(async () => {
  redis = await startRedis();
});
after(() => redis.close());

const stores: Record<string, () => Promise<ProxyStore>> = {
  memory: async () => memoryStore(),
  'Redis by ioredis': () => redis.ioredis(),
  'Redis by node-redis': () => redis.nodeRedis(),
};

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

for (const [name, open] of Object.entries(stores)) {
  describe(`a store in ${name}`, () => {
    let store: ProxyStore;
    let key: string;
    before(async () => {
      store = await open();
      key = `test ${crypto.randomUUID()}`;
    });

    test('returns a value until it expires or is deleted', async () => {
      assert.equal(await store.get(key), undefined);
      await store.set(key, 'phở "x"', 60_000);
      assert.equal(await store.get(key), 'phở "x"');
      await store.set(key, 'b', 60_000);
      assert.equal(await store.get(key), 'b');
      await store.delete(key);
      await store.delete(key);
      assert.equal(await store.get(key), undefined);
      await store.set(key, 'short', 30);
      await wait(50);
      assert.equal(await store.get(key), undefined);
    });

    test('lets one of many add a key, and another when it has expired', async () => {
      const added = await Promise.all(
        Array.from({length: 20}, (_, index) => store.add(`${key} a`, `${index}`, 1000)),
      );
      assert.equal(added.filter(Boolean).length, 1);
      assert.equal(await store.get(`${key} a`), String(added.indexOf(true)));
      await wait(1030);
      assert.equal(await store.add(`${key} a`, 'next', 60_000), true);
    });

    test('grants as many slots as a window has, and returns when the next is free', async () => {
      const waits = await Promise.all(Array.from({length: 30}, () => store.take(`${key} t`, 10, 2000)));
      assert.equal(waits.filter(ms => ms === 0).length, 10);
      assert.ok(waits.every(ms => ms >= 0 && ms <= 2000));
      const left = await store.take(`${key} t`, 10, 2000);
      assert.ok(left > 0 && left <= 2000);
      await wait(left + 20);
      assert.equal(await store.take(`${key} t`, 10, 2000), 0);
      assert.equal(await store.take(`${key} other`, 1, 2000), 0);
    });

    test('takes a slot of each budget, or none', async () => {
      const budgets = [
        {key: `${key} inner`, limit: 5},
        {key: `${key} outer`, limit: 3},
      ];
      const waits = await Promise.all(Array.from({length: 9}, () => store.takeAll!(budgets, 60_000)));
      assert.equal(waits.filter(ms => ms === 0).length, 3);
      assert.ok(waits.every(ms => ms >= 0 && ms <= 60_000));
      const inner = await Promise.all(Array.from({length: 9}, () => store.take(`${key} inner`, 5, 60_000)));
      assert.equal(inner.filter(ms => ms === 0).length, 2, 'refused requests took nothing');
      // A lower limit of the same window.
      assert.ok((await store.takeAll!([{key: `${key} inner`, limit: 2}], 60_000)) > 0);
    });
  });
}

test('a window slides: a burst at its end leaves no room for one right after it', async () => {
  let time = 0;
  const store = memoryStore({now: () => time});
  const burst = async () => {
    const waits = [];
    for (let index = 0; index < 10; index++) waits.push(await store.take('k', 10, 1000));
    return waits.filter(ms => ms === 0).length;
  };
  time = 999;
  assert.equal(await burst(), 10);
  time = 1001;
  assert.equal(await burst(), 0);
  assert.equal(await store.take('k', 10, 1000), 998);
  time = 1999;
  assert.equal(await burst(), 10);
});

test('a store in memory is bounded: the least recently used entries are evicted', async () => {
  const store = memoryStore({maxEntries: 2});
  for (const key of ['a', 'b', 'c']) {
    await store.set(key, key, 1000);
    await store.take(key, 1, 60_000);
  }
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(key => store.get(key))), [undefined, 'b', 'c']);
  assert.ok((await store.take('c', 1, 60_000)) > 0);
  assert.equal(await store.take('a', 1, 60_000), 0);
});

test('a value that is no client of Redis is refused with a message that names the clients', () => {
  for (const client of [{}, {call: 'me'}, 'redis://']) {
    assert.throws(() => redisStore(Object(client) as never), /client of ioredis or of redis/);
  }
});

test('without a connection a call rejects at once and is not made later', async () => {
  const sent: unknown[] = [];
  const send = async (...words: unknown[]) => void sent.push(words);
  for (const client of [
    {call: send, status: 'reconnecting'},
    {sendCommand: send, isReady: false},
  ]) {
    const store = redisStore(client);
    await assert.rejects(store.get('a'), /Redis is/);
    await assert.rejects(store.add('a', 'b', 1), /Redis is/);
  }
  assert.deepEqual(sent, []);
});
