import {expect} from '@open-wc/testing';

import type {Api} from '../../src/api/client.js';
import {ApiError} from '../../src/api/errors.js';
import {OrderStorage} from '../../src/controllers/order-storage.js';
import {withResumableOrders} from '../../src/controllers/resumable-orders.js';
import type {OrderRequest} from '../../src/domain/types.js';
import {anOrder, aQuote} from '../samples/domain.js';
import {fakeEnvironment} from './support.js';

const proxyUrl = 'https://shop.example/api';
const request: OrderRequest = {quote: aQuote(), recipient: {email: 'buyer@example.com'}, language: 'en'};
const lost = new ApiError('network_error', 'Lost.');
const forAnother = new ApiError('request_refused', 'Used for another order.', {status: 422});

/** Makes a client whose orders have the given outcomes, one after the other; it collects their keys. */
function attempts(...outcomes: readonly ApiError[]) {
  const {environment, clock, storage} = fakeEnvironment();
  const keys: string[] = [];
  const api = {
    createOrder: async (_: OrderRequest, key: string) => {
      const outcome = outcomes[keys.length];
      keys.push(key);
      if (outcome) throw outcome;
      return anOrder();
    },
  } as unknown as Api;
  /** Makes the attempts of a freshly loaded page. */
  const load = () =>
    withResumableOrders(api, new OrderStorage(proxyUrl, environment, 'attempt'), environment);
  const fail = async (attempt: Promise<unknown>) =>
    expect(await attempt.catch((error: unknown) => error)).to.be.instanceOf(ApiError);
  return {load, fail, keys, clock, storage};
}

describe('an attempt to make an order', () => {
  it('without a response is resumed after a reload', async () => {
    const {load, fail, keys} = attempts(lost);
    await fail(load().createOrder(request, 'key-1'));
    await load().createOrder(request, 'key-2');
    expect(keys).to.deep.equal(['key-1', 'key-1']);
  });

  it('in another tab is the same one, while its order waits to be paid', async () => {
    const {load, keys, storage} = attempts();
    await load().createOrder(request, 'key-1');
    await load().createOrder(request, 'key-2');
    storage.items.clear();
    await load().createOrder(request, 'key-3');
    expect(keys).to.deep.equal(['key-1', 'key-1', 'key-3']);
  });

  it('waits for the one that another tab makes', async () => {
    const {load, keys} = attempts();
    await Promise.all([load().createOrder(request, 'key-1'), load().createOrder(request, 'key-2')]);
    expect(keys).to.deep.equal(['key-1', 'key-1']);
  });

  it('for another order than the one before is made with its own key', async () => {
    const {load, fail, keys} = attempts(lost, forAnother);
    await fail(load().createOrder(request, 'key-1'));
    await load().createOrder(request, 'key-2');
    expect(keys).to.deep.equal(['key-1', 'key-1', 'key-2']);
  });

  it('that is refused for its own key is not made again and again', async () => {
    const {load, fail, keys} = attempts(forAnother);
    await fail(load().createOrder(request, 'key-1'));
    expect(keys).to.deep.equal(['key-1']);
  });

  it('is stored as a key and a time, and nothing of the buyer', async () => {
    const {load, fail, storage} = attempts(lost);
    await fail(load().createOrder(request, 'key-1'));
    const [noted = ''] = storage.items.values();
    expect(Object.keys(JSON.parse(noted) as object)).to.deep.equal(['orderId', 'at']);
  });

  it('is forgotten after an hour, when its order has expired', async () => {
    const {load, fail, keys, clock} = attempts(lost);
    await fail(load().createOrder(request, 'key-1'));
    clock.time += 3_600_001;
    await load().createOrder(request, 'key-2');
    expect(keys).to.deep.equal(['key-1', 'key-2']);
  });
});
