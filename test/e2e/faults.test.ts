import assert from 'node:assert/strict';
import {availableParallelism} from 'node:os';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {faultNamed, faults} from '../chaos/faults.js';
import {wrongsOf} from '../chaos/judge.js';
import {type PurchasePlan, purchase} from '../chaos/purchase.js';
import {openBrowser} from './support/browser.js';

/** Pairs of which each fault blocks the way around the other. `npm run faults -- --pairs` tries all pairs. */
const NASTY_PAIRS = [
  ['lost', '502'],
  ['cut-1', 'halved'],
  ['gzipped', 'late'],
  ['429-wait', 'hanging'],
  ['disorder', 'junk'],
  ['away', 'asleep'],
] as const;

/** Opens the purchase on the quote if no fault affects the catalogue: it is quicker. */
const PRESELECTED = 'country="US" brand="Voltaic" amount="25"';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** Purchases at a time: each spends most of its time waiting. */
const WIDTH = availableParallelism() + 1;

/**
 * Returns the failures that occur at every pace: where time runs fast, a request that a busy machine answers slowly
 * counts as lost. The last pace is near that of the wall's clock.
 */
async function wrongsAt(plan: PurchasePlan): Promise<readonly string[]> {
  const speeds = plan.faults.every(fault => fault.sparesStream) ? [8, 3] : [18, 6, 2];
  const isStreamOnly = plan.faults.every(fault => fault.befall({route: 'listBrands', nth: 1}) === undefined);
  const attributes = isStreamOnly ? {attributes: PRESELECTED} : {};
  const runAt = async (pace: number) => {
    try {
      return wrongsOf(await purchase(browser, {pause: 20_000, speed: pace, ...attributes, ...plan}));
    } catch (error) {
      return [String(error)];
    }
  };
  let wrongs: readonly string[] = [];
  for (const speed of speeds) {
    wrongs = await runAt(speed);
    if (wrongs.length === 0) break;
  }
  return wrongs;
}

describe('a purchase reaches Done once, with one order and few requests', {concurrency: WIDTH}, () => {
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
