import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {Buyer} from '../chaos/buyer.js';
import {openChaosPage} from '../chaos/chaos-page.js';
import {recordEverything} from '../chaos/page-recorder.js';
import {startShop} from '../chaos/shop-server.js';
import {scaledTime} from '../chaos/time.js';
import {openBrowser} from './support/browser.js';
import {Shop} from './support/shop.js';

const EMAIL = 'ana.lima@example.com';
const WITH_SECURITY_CODE = 'security-code@sandbox.test';
const PHONE = '+2348031234567';

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

interface Recording {
  /** Everything that the page could see, line by line, each with its source. */
  readonly lines: readonly string[];
  readonly codes: readonly string[];
  readonly complaints: readonly string[];
}

/** Goes through a whole purchase with a reload in the middle, and records everything that the page can see. */
async function record(buy: (page: Page) => Promise<void>, attributes?: string): Promise<Recording> {
  const time = scaledTime(10);
  const shop = await startShop({time, ...(attributes ? {attributes} : {})});
  const open = await openChaosPage(browser, 'about:blank', {time});
  const {page} = open;
  const lines: string[] = [];
  await page.context().exposeBinding('recordSeen', (_, line: string) => void lines.push(line));
  await page.context().addInitScript(recordEverything);
  page.on('console', message => lines.push(`console: ${message.text()}`));
  page.on('framenavigated', frame => lines.push(`url: ${frame.url()}`));
  page.on('request', request => {
    lines.push(`request: ${request.method()} ${request.url()} ${JSON.stringify(request.headers())}`);
    if (!carriesOrder(request.url())) lines.push(`request body: ${request.postData() ?? ''}`);
  });
  page.on('response', async response => {
    lines.push(`response: ${JSON.stringify(response.headers())}`);
    if (!carriesOrder(response.url())) lines.push(`response body: ${await response.text().catch(() => '')}`);
  });
  try {
    await page.goto(shop.url);
    await buy(page);
    const buyer = new Buyer(page);
    await buyer.confirm();
    const id = shop.sandbox.orders()[0]?.order_id ?? '';
    shop.sandbox.control(id, 'advance');
    await buyer.sees('PaymentReceived');
    await page.reload();
    await buyer.sees('PaymentReceived');
    shop.sandbox.control(id, 'advance');
    await buyer.sees('WaitingForDelivery');
    shop.sandbox.control(id, 'advance');
    await buyer.sees('Done');
    await buyer.shop.part('receipt').waitFor();
    if ((await buyer.shop.part('reveal').count()) > 0) await buyer.shop.reveal();
    lines.push(...((await page.evaluate('lookAround()')) as string[]));
    await page.reload();
    await buyer.sees('Done');
    lines.push(...((await page.evaluate('lookAround()')) as string[]));
    const line = shop.sandbox.orders()[0]?.deliveries[0]?.deliverable as Record<string, string | undefined>;
    const {pin_code, pin_serial, security_code, operator_reference} = line;
    const codes = [pin_code, pin_serial, security_code, operator_reference].filter(
      code => code !== undefined,
    );
    return {lines, codes, complaints: [...open.complaints]};
  } finally {
    await open.close();
    await shop.close();
  }
}

/** Returns whether a request is one that has to carry the buyer's address or the code. */
function carriesOrder(url: string): boolean {
  return /\/v5\/orders(\/|$)/.test(new URL(url).pathname);
}

/** Returns the lines that hold a secret, in any encoding. */
function leaksIn({lines, codes}: Recording): readonly string[] {
  const secrets = [...codes, EMAIL, WITH_SECURITY_CODE, PHONE, PHONE.slice(4), '803 123 4567'];
  const forms = secrets.flatMap(secret => [
    secret,
    encodeURIComponent(secret),
    btoa(secret).replace(/=+$/, ''),
  ]);
  return lines.filter(line => forms.some(form => line.includes(form))).map(line => line.slice(0, 300));
}

describe('what the page can see of a whole purchase', () => {
  it('holds no code and no e-mail address when a card is bought', async () => {
    const recording = await record(async page => {
      const buyer = new Buyer(page);
      await buyer.chooseBrand();
      await buyer.chooseAmount();
      await buyer.giveEmail(WITH_SECURITY_CODE);
    });
    assert.equal(recording.codes.length, 3, 'code, serial and security code');
    assert.deepEqual(leaksIn(recording), []);
    assert.deepEqual(recording.complaints, []);
    for (const kind of [
      'event: cr-done',
      'storage: ',
      'attributes: ',
      'url: ',
      'response body: ',
      'broadcast: listening',
    ])
      assert.ok(
        recording.lines.some(line => line.startsWith(kind)),
        `nothing was recorded of ${kind}`,
      );
  });

  it('holds no phone number when a phone is topped up', async () => {
    const recording = await record(async page => {
      const shop = new Shop(page);
      const buyer = new Buyer(page);
      await shop.pickBrand('Kora Credits');
      await shop.chooseDenomination('₦1,000');
      await buyer.until(async () => (await shop.part('total').count()) > 0);
      await shop.continue();
      await shop.fillPhone(PHONE);
      await buyer.giveEmail(EMAIL);
    }, 'country="NG" kinds="topup"');
    assert.equal(recording.codes.length, 1, "the operator's reference");
    assert.deepEqual(leaksIn(recording), []);
  });

  it('holds no activation code when an eSIM is bought', async () => {
    const recording = await record(async page => {
      const shop = new Shop(page);
      const buyer = new Buyer(page);
      await shop.pickBrand('Roamly eSIM');
      await shop.chooseDenomination('Unlimited 3 days');
      await buyer.until(async () => (await shop.part('total').count()) > 0);
      await shop.continue();
      await buyer.giveEmail(EMAIL);
    }, 'country="US" kinds="esim"');
    assert.equal(recording.codes.length, 2, 'activation code and serial');
    assert.deepEqual(leaksIn(recording), []);
  });
});
