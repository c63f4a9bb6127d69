import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {faultNamed} from '../chaos/faults.js';
import {wrongsOf} from '../chaos/judge.js';
import {type PurchasePlan, purchase} from '../chaos/purchase.js';
import {openBrowser} from './support/browser.js';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

/** The slowest, and the middle one, of the ways from the API's change to the screen, in milliseconds. */
async function latencies(plan: PurchasePlan): Promise<{slowest: number; middle: number}> {
  const report = await purchase(browser, plan);
  assert.deepEqual(wrongsOf(report), []);
  const sorted = Object.values(report.latencies).sort((one, other) => one - other);
  return {slowest: sorted.at(-1) ?? Number.NaN, middle: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN};
}

describe('a change is on screen', () => {
  it('within 250 ms of the API sending it on a healthy stream', async () => {
    const {middle} = await latencies({faults: [], speed: 1, pause: 1500});
    assert.ok(middle < 250, `${middle} ms`);
  });

  it('within 2 s of waking, on a device that lost its connections asleep', async () => {
    const {slowest} = await latencies({faults: [faultNamed('asleep')], speed: 1, pause: 1500});
    assert.ok(slowest < 2000, `${slowest} ms`);
  });

  it('within 10 s behind a proxy that buffers', async () => {
    const {slowest} = await latencies({faults: [faultNamed('buffered')], speed: 4, pause: 12_000});
    assert.ok(slowest < 10_000, `${slowest} ms`);
  });
});
