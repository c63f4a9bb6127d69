import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readSample} from '../samples/read-sample.js';

test('schemas compile nothing and change no setting of the zod that a page may use too', async () => {
  const compiled: unknown[] = [];
  const {Function: original} = globalThis;
  globalThis.Function = new Proxy(original, {
    construct: (_, given) => {
      compiled.push(given);
      throw new EvalError('refused by the policy of the page');
    },
    apply: (_, __, given) => {
      compiled.push(given);
      throw new EvalError('refused by the policy of the page');
    },
  });
  try {
    const z = await import('zod');
    const before = JSON.stringify(z.config());
    const {orderSchema} = await import('../../src/api/order-schema.js');
    const {productsSchema} = await import('../../src/api/product-schema.js');
    const {coinsSchema} = await import('../../src/api/payment-schema.js');
    const {brandsSchema} = await import('../../src/api/catalogue-schema.js');
    const {featuredSchema} = await import('../../src/api/homepage-schema.js');
    const {safeParse} = await import('zod/mini');
    for (const schema of [orderSchema, productsSchema, coinsSchema, brandsSchema, featuredSchema])
      for (const sample of ['order', 'products', 'payment-vias', 'brands', 'homepage'] as const)
        safeParse(schema, readSample(sample));
    assert.deepEqual(compiled, []);
    assert.equal(JSON.stringify(z.config()), before);
  } finally {
    globalThis.Function = original;
  }
});
