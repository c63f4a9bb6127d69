import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {startSandbox} from '../../src/sandbox/node.js';
import {codes, snippetsFor, table, textOf} from '../package/support/documents.js';
import {type Host, startHost} from '../package/support/host.js';
import {projectWith} from '../package/support/project.js';
import {type OpenPage, openBrowser, openPage, type RecordedEvent} from './support/browser.js';
import {startNginx} from './support/nginx.js';
import {Shop} from './support/shop.js';

const SCRIPT = '<script type="module" src="/checkout/cr-checkout.js"></script>';
const TAG = `${SCRIPT}<cr-checkout proxy-url="/api" country="US"></cr-checkout>`;
/** Addresses that nginx forwards to in the documents: the API itself, or our proxy as a process. */
const API = 'https://api.cryptorefills.com';
const PROCESS = 'http://127.0.0.1:8080';
/** Events of purchases that fail. */
const OTHERS = ['cr-error', 'cr-order-failed'];

let browser: Browser;
let host: Host;
let open: OpenPage;
let shop: Shop;

before(async () => {
  [browser, host] = await Promise.all([openBrowser(), startHost()]);
});

after(async () => {
  await browser?.close();
  host?.close();
});

afterEach(async () => {
  await open?.close();
});

/** Opens a page of a site like those in the documents, and waits for the first step. */
async function enter(html: string, width = 480): Promise<void> {
  host.show(html);
  open = await openPage(browser, host.url, {locale: 'en-US', width});
  shop = new Shop(open.page);
  await shop.part('brand').first().waitFor();
}

function assertQuiet(): void {
  assert.deepEqual(open.pageErrors, []);
  assert.deepEqual(open.consoleErrors, []);
  assert.deepEqual(open.hosts(), [new URL(host.url).host]);
}

async function order(): Promise<string> {
  await shop.pickBrand('Voltaic');
  await shop.chooseDenomination('$50');
  await shop.continue();
  await shop.fillEmail('ana@example.com');
  await shop.checkDetails();
  return shop.createOrder();
}

describe('every page of the documents', () => {
  for (const {code, where} of snippetsFor('page')) {
    it(`${where}: reaches its first step`, async () => {
      // Snippets without the script belong to a page that has it already.
      await enter(code.includes('/checkout/cr-checkout.js') ? code : SCRIPT + code);
      if (code.includes('lang="vi"')) await open.page.getByText('Bạn muốn mua gì?').waitFor();
      if (code.includes('slot="header"')) assert.ok(await open.page.locator('[slot=header]').isVisible());
      assertQuiet();
    });
  }

  for (const {code, where} of snippetsFor('module of a page')) {
    it(`${where}: reaches its first step from a bundle`, async () => {
      host.addScript('/snippet.js', await bundle(code));
      await enter('<body><script type="module" src="/snippet.js"></script>');
      if (code.includes('Turn coins')) assert.equal(await shop.heading(), 'Turn coins into cards');
      assertQuiet();
    });
  }

  for (const {code, where} of snippetsFor('style')) {
    it(`${where}: reaches the element and its parts`, async () => {
      await enter(`<style>${code}</style>${TAG}`);
      await shop.pickBrand('Voltaic');
      const style = (part: string, name: string) =>
        shop
          .part(part)
          .first()
          .evaluate((target, property) => getComputedStyle(target).getPropertyValue(property), name);
      assert.equal(await style('heading', 'font-style'), 'italic');
      assert.equal(await style('submit', 'text-transform'), 'uppercase');
      assert.equal(await style('submit', 'border-radius'), '4px');
      await shop.chooseDenomination('$50');
      await shop.part('total').waitFor();
      assert.equal(await style('submit', 'background-color'), 'rgb(15, 118, 110)');
      assert.ok(((await shop.root.boundingBox())?.width ?? 0) <= 440);
    });
  }

  for (const {code, where} of snippetsFor('nginx')) {
    it(`${where}: nginx takes an order through`, async () => {
      const api = await startSandbox();
      const isAlone = code.includes(API);
      if (isAlone) assert.ok(code.trim().split('\n').length <= 6);
      const locations = isAlone ? code.replace(API, api.url) : code.replace(PROCESS, `${host.url}/api`);
      assert.notEqual(locations, code);
      const nginx = await startNginx(`${locations} location / { proxy_pass ${host.url}; }`);
      try {
        host.show(TAG);
        open = await openPage(browser, nginx.url, {locale: 'en-US'});
        shop = new Shop(open.page);
        const {sandbox} = isAlone ? api : host;
        sandbox.control(await order(), 'pay');
        await shop.waitForStep('done');
      } finally {
        await nginx.close();
        await api.close();
      }
    });
  }
});

describe('what the documents say', () => {
  it('of the requests and events of a purchase is so', async () => {
    const listening = snippetsFor('page').find(({code}) => code.includes('cr-done'))!;
    const logged: string[] = [];
    await enter(listening.code);
    open.page.on('console', message => logged.push(message.text()));
    const orderId = await order();
    const requested = open.requests.filter(url => url.includes('/api/'));
    const upToOrder = requested.slice(0, requested.findIndex(url => url.endsWith('/v5/orders')) + 1);
    assert.match(textOf('README.md'), /\*\*Seven requests from the shelf to the order\*\*/);
    assert.equal(upToOrder.length, 7, upToOrder.join('\n'));
    host.sandbox.control(orderId, 'pay');
    await shop.waitForStep('done');
    const events = await open.events();
    const [, paragraph = ''] =
      /\nA purchase fires, in this order: ([\s\S]*?)\n\n/.exec(textOf('docs/events-and-errors.md')) ?? [];
    const [sequence = ''] = paragraph.split('. ');
    assert.deepEqual(
      codes(sequence),
      events.map(({type}) => type).filter((type, at, all) => type !== all[at - 1]),
    );
    assert.deepEqual(logged, [`Order ${orderId} is delivered.`]);
    compareDetails(events, name => !OTHERS.includes(name));
  });

  it('of errors and failed orders is so', async () => {
    await enter(TAG.replace('country', 'kinds="bananas" country'));
    host.sandbox.control(await order(), 'expire');
    await shop.waitForOrderState('Expired');
    compareDetails(await open.events(), name => OTHERS.includes(name));
  });

  it('of the keyboard is so: a purchase without a pointer', async () => {
    await enter(TAG);
    const {keyboard} = open.page;
    await tabTo('search');
    await keyboard.type('voltaic');
    await shop.part('brand').nth(1).waitFor({state: 'detached'});
    await tabTo('brand');
    await keyboard.press('Enter');
    await arriveAt('quote');
    await tabTo('denomination');
    await keyboard.press('Space');
    await keyboard.press('ArrowDown');
    await shop.part('total').waitFor();
    await tabTo('submit');
    await keyboard.press('Enter');
    await arriveAt('details');
    await tabTo('email');
    await keyboard.type('ana@example.com');
    await keyboard.press('Enter');
    await shop.part('summary').waitFor();
    await tabTo('submit');
    await keyboard.press('Enter');
    await arriveAt('payment');
    host.sandbox.control((await shop.state()).orderId ?? '', 'pay');
    await arriveAt('done');
    await tabTo('reveal');
    await keyboard.press('Enter');
    await shop.part('code').first().waitFor();
    assert.equal((await shop.state()).faceValue, '50');
  });

  it('of the width of the shelf is so', async () => {
    for (const [width, columns] of [
      [280, 2],
      [720, 5],
    ] as const) {
      await enter(`<style>body { margin: 0 }</style>${TAG}`, width);
      const tops = await shop
        .part('brand')
        .evaluateAll(tiles => tiles.map(tile => Math.round(tile.getBoundingClientRect().top)));
      assert.equal(tops.filter(top => top === tops[0]).length, columns, `${width} px`);
      await open.close();
    }
  });
});

/** Returns the names of the part that has the focus, or contains it; a string, because it runs in the page. */
const FOCUSED_PART = `(() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.closest('[part]')?.getAttribute('part') ?? '';
})()`;

/** Waits for a step, and until its heading has the focus. */
async function arriveAt(step: Parameters<Shop['waitForStep']>[0]): Promise<void> {
  await shop.waitForStep(step);
  await open.page.waitForFunction(`${FOCUSED_PART} === 'heading'`);
}

/** Presses Tab until the focus is in a part. */
async function tabTo(part: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (((await open.page.evaluate(FOCUSED_PART)) as string).split(' ').includes(part)) return;
    await open.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${part}`);
}

/** Asserts that every sample in the table of events has the keys, and the types of values, of the events received. */
function compareDetails(events: readonly RecordedEvent[], isWanted: (name: string) => boolean): void {
  const rows = table('Event').filter(([cell]) => isWanted(codes(cell)[0] ?? ''));
  assert.ok(rows.length > 0);
  for (const [cell, , sample] of rows) {
    const name = codes(cell)[0] ?? '';
    const came = events.find(event => event.type === name)?.detail;
    const shown: unknown = JSON.parse(codes(sample)[0] ?? '');
    assert.deepEqual(shapeOf(shown), shapeOf(came), name);
  }
}

function shapeOf(detail: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(detail as object).map(([key, value]) => [key, typeof value]));
}

/** Bundles a snippet for a page. */
async function bundle(code: string): Promise<string> {
  const folder = projectWith({'snippet.ts': code});
  try {
    const {output} = (await build({
      configFile: false,
      logLevel: 'silent',
      root: folder,
      build: {
        write: false,
        modulePreload: false,
        rolldownOptions: {input: join(folder, 'snippet.ts'), output: {codeSplitting: false}},
      },
    })) as {output: {code?: string}[]};
    return output.map(chunk => chunk.code ?? '').join('\n');
  } finally {
    rmSync(folder, {recursive: true});
  }
}
