/** Listings that any cache in front may keep, and everything that none may. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openProxy, orderRequest} from '../support/fake-api.js';

function openShop(cdn: boolean) {
  const state = {time: 1_800_000_000_000, api: () => Response.json([{brand: 'A'}])};
  const opened = openProxy(() => state.api(), {now: () => state.time, cdn, limits: false});
  return {
    ...opened,
    state,
    control: async (path: string) => (await opened.get(path)).headers.get('cache-control'),
  };
}

test('listings are public for the time that is left of theirs, and for a minute in browsers', async () => {
  const {control, get, state} = openShop(true);
  const brands = '/v2/brands?country_code=US';
  assert.equal(await control(brands), 'public, max-age=60, s-maxage=300, stale-while-revalidate=3600');
  assert.equal(
    await control('/v3/payment_vias'),
    'public, max-age=60, s-maxage=60, stale-while-revalidate=300',
  );
  assert.equal(
    await control('/v5/products/country/US?family_name=a'),
    'public, max-age=30, s-maxage=30, stale-while-revalidate=30',
  );
  state.time += 280_000;
  const late = await get(brands);
  assert.equal(
    late.headers.get('cache-control'),
    'public, max-age=20, s-maxage=20, stale-while-revalidate=3600',
  );
  assert.equal(late.headers.get('age'), null, 'its time is subtracted already');
  state.api = () => new Response('', {status: 500});
  state.time += 60_000;
  assert.equal(await control(brands), 'public, max-age=5, s-maxage=5, stale-while-revalidate=3600');
  const unchanged = await get(brands, {'if-none-match': '*'});
  assert.equal(unchanged.status, 304);
  assert.match(unchanged.headers.get('cache-control')!, /^public, /);
});

test('a listing without rows is public for a moment', async () => {
  const {control, state} = openShop(true);
  state.api = () => Response.json([]);
  assert.equal(await control('/v2/brands'), 'public, max-age=5, s-maxage=5, stale-while-revalidate=3600');
});

test('prices, orders, errors and the proxy’s own routes are kept by nothing', async () => {
  const {control, post, get, state} = openShop(true);
  assert.equal(await control('/v4/products/price'), 'no-store');
  state.api = () => Response.json({order_id: 'order-1'} as never);
  assert.equal(await control('/v5/orders/order-1'), 'no-store');
  assert.equal((await post('/v5/orders', orderRequest)).headers.get('cache-control'), 'no-store');
  assert.equal(await control('/healthz'), 'no-store');
  assert.equal(await control('/unknown'), 'no-store');
  for (const api of [
    () => new Response('', {status: 500}),
    () => new Response('', {status: 404}),
    () => Response.json({problems: [{problem: 'X'}]}, {status: 422}),
  ]) {
    state.api = api as never;
    const response = await get(`/v2/brands?country_code=${'ABC'[state.time++ % 3]}A`);
    assert.notEqual(response.status, 200);
    assert.match(response.headers.get('cache-control')!, /^(no-store|private, no-cache)$/);
  }
});

test('without the option listings are for browsers that revalidate them', async () => {
  assert.equal(await openShop(false).control('/v2/brands'), 'private, no-cache');
});
