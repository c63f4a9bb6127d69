import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Redis as Ioredis} from 'ioredis';
import {
  memoryStore,
  type ProxyLogEntry,
  type ProxyOptions,
  type ProxyStore,
} from '../../../src/proxy/index.js';
import {createFakeApi, errorCode, openProxy, orderRequest, secret, site} from '../support/fake-api.js';
import {startRedis} from '../support/redis-server.js';

type Redis = Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;
before(async () => {
  redis = await startRedis();
});
after(() => redis.close());

const clients: Record<string, () => Promise<ProxyStore>> = {
  ioredis: () => redis.ioredis(),
  'node-redis': () => redis.nodeRedis(),
};

/** Opens two proxies of one partner, each with its own connection to the store, in front of one API. */
async function openPair(
  open: () => Promise<ProxyStore>,
  answer: () => Response | Promise<Response>,
  options: Partial<ProxyOptions> = {},
) {
  const api = createFakeApi(answer);
  const partnerId = `partner-${crypto.randomUUID()}`;
  const logged: ProxyLogEntry[] = [];
  const both = {
    partnerId,
    fetch: api.fetch,
    secrets: [secret],
    log: (entry: ProxyLogEntry) => void logged.push(entry),
  };
  const [one, other] = await Promise.all(
    [open(), open()].map(async store => openProxy(undefined, {...both, store: await store, ...options})),
  );
  return {requests: api.requests, one: one!, other: other!, logged};
}

const order = (proxy: ReturnType<typeof openProxy>, key: string, body: object = orderRequest) =>
  proxy.post('/v5/orders', body, {'idempotency-key': key});

/** Waits until a condition holds; fails after five seconds. */
async function until(isSo: () => boolean | Promise<boolean>) {
  for (const deadline = Date.now() + 5000; !(await isSo()); ) {
    assert.ok(Date.now() < deadline, 'waited for too long');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

for (const [name, open] of Object.entries(clients)) {
  test(`two instances share a limit (${name})`, async () => {
    const {requests, one, other} = await openPair(open, () => Response.json({coin_amount: '1'}));
    const statuses = await Promise.all(
      Array.from({length: 80}, async (_, index) => {
        const {proxy} = index % 2 ? one : other;
        const request = new Request(`${site}/v4/products/price?face_value=${index + 1}`);
        return (await proxy(request, {remoteAddress: '192.0.2.1'})).status;
      }),
    );
    assert.equal(statuses.filter(status => status === 200).length, 40);
    assert.equal(requests.length, 40);
  });

  test(`the same key at two instances at once makes one order (${name})`, async () => {
    let made = 0;
    const {requests, one, other} = await openPair(open, async () => {
      await new Promise(resolve => setTimeout(resolve, 300));
      return Response.json({order_id: `order-${++made}`});
    });
    const presses = [order(one, 'key-1'), order(other, 'key-1'), order(other, 'key-1'), order(one, 'key-1')];
    const orders = await Promise.all(
      presses.map(async press => (await press).json() as Promise<{order_id: string}>),
    );
    assert.equal(requests.length, 1);
    assert.equal(new Set(orders.map(({order_id: id}) => id)).size, 1);
    assert.match(orders[0]!.order_id, /^order-1\./);
    assert.deepEqual(await (await order(other, 'key-1')).json(), orders[0]);
    const different = await order(other, 'key-1', {...orderRequest, lang: 'vi'});
    assert.equal(different.status, 422);
    assert.equal(await errorCode(different), 'idempotency_key_reused');
    assert.equal(requests.length, 1);
  });

  test(`an instance that died with a key leaves it unknown, not free (${name})`, async () => {
    let die = () => {};
    const {requests, one} = await openPair(
      open,
      () =>
        new Promise((_, reject) => {
          die = () => reject(new Error('dead'));
        }),
    );
    const dying = order(one, 'key-1');
    await until(() => requests.length > 0);
    let time = Date.now();
    const late = openProxy(undefined, {
      partnerId: requests[0]!.request.headers.get('x-cr-application')!,
      secrets: [secret],
      store: await open(),
      now: () => (time += 70_000),
    });
    const response = await order(late, 'key-1');
    assert.equal(response.status, 502);
    assert.equal(await errorCode(response), 'order_unknown');
    assert.equal(late.requests.length, 0);
    die();
    await dying;
  });
}

for (const [name, open] of [
  ['ioredis', (redis: Redis) => redis.ioredis()],
  ['node-redis', (redis: Redis) => redis.nodeRedis()],
] as const) {
  test(`without Redis there are catalogues and no orders, and with it again there is no second one (${name})`, async () => {
    const own = await startRedis();
    try {
      let made = 0;
      const {requests, one, logged} = await openPair(
        () => open(own),
        () => Response.json({order_id: `order-${++made}`}),
      );
      assert.equal((await one.get('/readyz')).status, 200);
      const first = await (await order(one, 'key-1')).json();
      await one.get('/v2/brands?country_code=US');
      await own.stop();
      logged.length = 0;

      assert.equal((await one.get('/v2/brands?country_code=US')).status, 200);
      assert.equal((await one.get('/v2/brands?country_code=CA')).status, 200);
      const refused = await order(one, 'key-2');
      assert.equal(refused.status, 503);
      assert.equal(await errorCode(refused), 'store_unavailable');
      assert.equal((await one.post('/v5/orders', orderRequest)).status, 503);
      assert.equal((await one.get('/readyz')).status, 503);
      assert.equal((await one.get('/healthz')).status, 200);
      const events = () => logged.flatMap(({event}) => event ?? []);
      assert.deepEqual(events(), ['store_lost']);
      const before: number = requests.length;

      // Redis has stored nothing on disk; the proxy still remembers its own order.
      await own.restart();
      await until(async () => (await one.get('/readyz')).status === 200);
      assert.deepEqual(events(), ['store_lost', 'store_back']);
      assert.deepEqual(await (await order(one, 'key-1')).json(), first);
      assert.equal(requests.length, before);
      assert.equal((await order(one, 'key-2')).status, 200);
    } finally {
      await own.close();
    }
  });
}

test('a Redis that is full creates no orders, is logged once, and still serves listings', async () => {
  const own = await startRedis();
  const owner = new Ioredis(own.url);
  try {
    const {requests, one, other, logged} = await openPair(
      () => own.ioredis(),
      () => Response.json([{order_id: 'order-1'}]),
    );
    await one.get('/v2/brands?country_code=US');
    await owner.config('SET', 'maxmemory', '1');
    logged.length = 0;
    for (let round = 0; round < 3; round++) {
      assert.equal((await order(one, `key-${round}`)).status, 503);
      assert.equal((await one.get('/readyz')).status, 503);
      await new Promise(resolve => setTimeout(resolve, 1050));
      assert.equal((await other.get('/v2/brands?country_code=US')).status, 200);
    }
    assert.equal(requests.length, 1, 'the other instance reads what the first has written');
    assert.deepEqual(
      logged.flatMap(({event}) => event ?? []),
      ['store_lost'],
    );
    await owner.config('SET', 'maxmemory', '0');
    await until(async () => (await one.get('/readyz')).status === 200);
    assert.deepEqual(
      logged.flatMap(({event}) => event ?? []),
      ['store_lost', 'store_back'],
    );
  } finally {
    owner.disconnect();
    await own.close();
  }
});

test('a value in Redis that is no listing is ignored', async () => {
  const store = {...memoryStore(), isShared: true, get: async () => '{not ours'};
  const {requests, get} = openProxy(undefined, {store});
  assert.equal((await get('/v2/brands')).status, 200);
  assert.equal(requests.length, 1);
});
