import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openProxy} from '../support/fake-api.js';

test('inside Next.js, which removes Content-Encoding from the responses of routes, nothing is compressed', async () => {
  const brands = {all_brands: Array.from({length: 200}, (_, index) => ({brand_name: `Brand ${index}`}))};
  const headers = {'accept-encoding': 'gzip, deflate, br'};
  const packing = openProxy(() => Response.json(brands));
  assert.equal((await packing.get('/v2/brands', headers)).headers.get('content-encoding'), 'br');
  process.env.NEXT_RUNTIME = 'nodejs';
  try {
    const {get} = openProxy(() => Response.json(brands));
    const response = await get('/v2/brands', headers);
    assert.equal(response.headers.get('content-encoding'), null);
    assert.deepEqual(await response.json(), brands);
  } finally {
    delete process.env.NEXT_RUNTIME;
  }
});
