import assert from 'node:assert/strict';
import {availableParallelism} from 'node:os';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {Buyer} from '../chaos/buyer.js';
import {type ChaosPage, openChaosPage} from '../chaos/chaos-page.js';
import {type ChaosProxy, type Hold, startChaos} from '../chaos/chaos-proxy.js';
import {type ShopServer, startShop} from '../chaos/shop-server.js';
import {scaledTime} from '../chaos/time.js';
import {openBrowser} from './support/browser.js';

const EMAIL = 'ana.lima@example.com';
/** Opens the moments after the brands on the quote: it is quicker. */
const PRESELECTED = 'country="US" brand="Voltaic" amount="25"';
const AT_BRANDS = 4;
const time = scaledTime(10);

/** Holds a purchase in progress; `hold` is released after the reload. */
interface Scene {
  readonly buyer: Buyer;
  readonly shop: ShopServer;
  readonly chaos: ChaosProxy;
  readonly open: ChaosPage;
  readonly advance: (times: number) => void;
}

/** Brings a purchase to the moment of the reload. Returns the hold on what is still in flight, or `undefined`. */
type Moment = (scene: Scene) => Promise<Hold | undefined>;

const nothing = async () => undefined;

/** Goes to the summary, one press before the order. */
async function toSummary({buyer}: Scene) {
  await buyer.chooseBrand();
  await buyer.chooseAmount();
  await buyer.giveEmail(EMAIL);
}

async function toOrder(scene: Scene, changes = 0) {
  await toSummary(scene);
  await scene.buyer.confirm();
  for (let change = 0; change < changes; change++) {
    scene.advance(1);
    await scene.buyer.sees(['PaymentReceived', 'WaitingForDelivery', 'Done'][change] ?? '');
  }
}

/** Presses a button and waits until its request, or the response to it, is held back. */
async function heldUp(
  scene: Scene,
  route: Parameters<ChaosProxy['hold']>[0],
  what: 'request' | 'answer',
  act: () => Promise<unknown>,
) {
  const hold = scene.chaos.hold(route, what);
  await act();
  await hold.reached;
  return hold;
}

const moments: Readonly<Record<string, Moment>> = {
  'while the brands are being read': nothing,
  'with the brands on screen': async ({buyer}) => {
    await buyer.until(async () => (await buyer.shop.part('brand').count()) > 0);
    return undefined;
  },
  'while a brand is searched for': async ({buyer}) => {
    await buyer.until(async () => (await buyer.shop.part('search').count()) > 0);
    await buyer.shop.searchBrand('volt');
    return undefined;
  },
  'while the prices are being read': scene =>
    heldUp(scene, 'listProducts', 'request', () => scene.buyer.chooseBrand()),
  'with a quote accepted': async ({buyer}) => {
    await buyer.chooseBrand();
    await buyer.chooseAmount();
    return undefined;
  },
  'while the e-mail address is typed': async ({buyer}) => {
    await buyer.chooseBrand();
    await buyer.chooseAmount();
    await buyer.shop.fillEmail('ana.lima@exa');
    return undefined;
  },
  'while the details are checked': async scene => {
    await scene.buyer.chooseBrand();
    await scene.buyer.chooseAmount();
    await scene.buyer.shop.fillEmail(EMAIL);
    return heldUp(scene, 'validateOrder', 'request', () => scene.buyer.shop.continue());
  },
  'before the details are found to be right': async scene => {
    await scene.buyer.chooseBrand();
    await scene.buyer.chooseAmount();
    await scene.buyer.shop.fillEmail(EMAIL);
    return heldUp(scene, 'validateOrder', 'answer', () => scene.buyer.shop.continue());
  },
  'with the summary on screen': async scene => {
    await toSummary(scene);
    return undefined;
  },
  'while the total is checked once more': async scene => {
    await toSummary(scene);
    return heldUp(scene, 'validateOrder', 'request', () => scene.buyer.shop.continue());
  },
  'while the order is on its way': async scene => {
    await toSummary(scene);
    return heldUp(scene, 'createOrder', 'request', () => scene.buyer.shop.continue());
  },
  'after the order was made and before its answer': async scene => {
    await toSummary(scene);
    return heldUp(scene, 'createOrder', 'answer', () => scene.buyer.shop.continue());
  },
  'after the answer to the order was lost': async scene => {
    await toSummary(scene);
    scene.chaos.setFaults([
      {name: 'lost', story: '', befall: ({route}) => (route === 'createOrder' ? {type: 'lose'} : undefined)},
    ]);
    await scene.buyer.shop.continue();
    await scene.buyer.shop.part('retry').first().waitFor();
    scene.chaos.setFaults([]);
    return undefined;
  },
  'before the stream is open': async scene => {
    await toSummary(scene);
    return heldUp(scene, 'subscribeOrder', 'request', () => scene.buyer.confirm());
  },
  'with the code to pay on screen': async scene => {
    await toOrder(scene);
    await scene.buyer.shop.acknowledge();
    return undefined;
  },
  'at the very moment of the payment': async scene => {
    await toOrder(scene);
    scene.advance(1);
    return undefined;
  },
  'when the payment was seen': async scene => {
    await toOrder(scene, 1);
    return undefined;
  },
  'while the order is prepared': async scene => {
    await toOrder(scene, 2);
    return undefined;
  },
  'when the order is done and its code hidden': async scene => {
    await toOrder(scene, 3);
    return undefined;
  },
  'with the code revealed': async scene => {
    await toOrder(scene, 3);
    await scene.buyer.until(async () => (await scene.buyer.shop.part('reveal').count()) > 0);
    await scene.buyer.shop.reveal();
    return undefined;
  },
};

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** Reloads at the moment, finishes the purchase, and returns its failures. */
async function reloadAt(reach: Moment, isAtBrands: boolean): Promise<readonly string[]> {
  const shop = await startShop({time, attributes: isAtBrands ? 'country="US"' : PRESELECTED});
  const chaos = await startChaos({target: shop.url, time});
  const open = await openChaosPage(browser, chaos.url, {time});
  const buyer = new Buyer(open.page);
  const wrongs: string[] = [];
  const advance = (times: number) => {
    const [order] = shop.sandbox.orders();
    for (let time = 0; time < times; time++) if (order) shop.sandbox.control(order.order_id, 'advance');
  };
  try {
    const hold = await reach({buyer, shop, chaos, open, advance});
    const before = await buyer.state();
    await open.page.reload();
    hold?.release();
    await buyer.until(async () => {
      const {step, orderState} = await buyer.state();
      return (
        orderState !== undefined ||
        step === 'quote' ||
        (step === 'brand' && (await buyer.shop.part('brand').count()) > 0)
      );
    });
    const now = await buyer.state();
    if (before.orderId !== undefined && now.orderId !== before.orderId) {
      wrongs.push(`the order ${before.orderId} was on screen, and after the reload ${now.orderId}`);
    }
    if (now.orderId === undefined) await buyer.order(EMAIL);
    while (shop.sandbox.orders()[0]?.order_state !== 'Done') advance(1);
    await buyer.sees('Done');
    await buyer.until(async () => (await buyer.shop.part('reveal').count()) > 0);
    const codes = await buyer.shop.reveal();
    const line = shop.sandbox.orders()[0]?.deliveries[0]?.deliverable as {pin_code?: string} | undefined;
    if (!line?.pin_code || !codes.includes(line.pin_code))
      wrongs.push('the code on screen is not the code of the order');
    if (shop.sandbox.orders().length !== 1) wrongs.push(`${shop.sandbox.orders().length} orders were made`);
  } catch (error) {
    wrongs.push(String(error));
  } finally {
    wrongs.push(...open.complaints);
    await open.close();
    await Promise.all([chaos.close(), shop.close()]);
  }
  return wrongs;
}

describe('a reload loses nothing that was agreed, and makes no second order', {
  concurrency: availableParallelism() + 1,
}, () => {
  for (const [index, [name, reach]] of Object.entries(moments).entries()) {
    it(name, async () => assert.deepEqual(await reloadAt(reach, index < AT_BRANDS), []));
  }
});
