import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {faultNamed, faults} from '../chaos/faults.js';
import {wrongsOf} from '../chaos/judge.js';
import {type PurchasePlan, purchase} from '../chaos/purchase.js';
import {openBrowser} from './support/browser.js';

/** Each of them keeps something of the other from helping. `npm run faults -- --pairs` goes through all pairs. */
const NASTY_PAIRS = [
  ['lost', '502'],
  ['cut-1', 'halved'],
  ['gzipped', 'late'],
  ['429-wait', 'hanging'],
  ['disorder', 'junk'],
  ['away', 'asleep'],
] as const;

/** Where nothing befalls the catalogue the purchase opens on the quote, to be there sooner. */
const PRESELECTED = 'country="US" brand="Voltaic" amount="25"';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** Hurried time is at the mercy of a busy machine: what goes wrong has to go wrong at a third of the speed too. */
async function wrongsAt(plan: PurchasePlan): Promise<readonly string[]> {
  const speed = plan.faults.every(fault => fault.sparesStream) ? 8 : 18;
  const isStreamOnly = plan.faults.every(fault => fault.befall({route: 'listBrands', nth: 1}) === undefined);
  const attributes = isStreamOnly ? {attributes: PRESELECTED} : {};
  const attempt = async (pace: number) => {
    try {
      return wrongsOf(await purchase(browser, {pause: 20_000, speed: pace, ...attributes, ...plan}));
    } catch (error) {
      return [String(error)];
    }
  };
  const wrongs = await attempt(speed);
  return wrongs.length > 0 ? attempt(speed / 3) : wrongs;
}

describe('a purchase reaches Done once, with one order and few requests', {concurrency: 3}, () => {
  for (const fault of faults) {
    it(`${fault.name}: ${fault.story}`, async () => assert.deepEqual(await wrongsAt({faults: [fault]}), []));
  }

  for (const names of NASTY_PAIRS) {
    it(`${names.join(' and ')} together`, async () =>
      assert.deepEqual(await wrongsAt({faults: names.map(faultNamed)}), []));
  }

  it('buffered between the proxy and the API, whose heartbeats hide it', async () =>
    assert.deepEqual(await wrongsAt({faults: [], behind: [faultNamed('buffered')]}), []));
});
