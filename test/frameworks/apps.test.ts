/** The apps of demo/apps, with what `npm pack` makes installed: compiled, built, and driven through a purchase. */
import assert from 'node:assert/strict';
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {openBrowser, openPage} from '../e2e/support/browser.js';
import {Shop} from '../e2e/support/shop.js';
import {openWorkshop, run, succeed, type Workshop} from './support/install.js';
import {type Site, serveFiles, serveNext} from './support/site.js';
import {type Wrong, wrong} from './support/wrong.js';

interface App {
  readonly name: string;
  /** Mistakes, and the npm script that must find them. */
  readonly wrong?: Wrong;
  /** Checks the types; `check` of its package.json unless told. */
  readonly check?: readonly [string, ...string[]];
  /** The mode that it is built in; a framework's warnings are only in `development`. */
  readonly mode?: 'development' | 'production';
  readonly serve: (folder: string) => Promise<Site>;
}

const built = (folder: string) => serveFiles(join(folder, 'dist'));
const asItIs = (folder: string) => serveFiles(join(folder, 'public'));

/** The largest first: while it is built, the others are installed. React's StrictMode mounts twice in development alone. */
const APPS: readonly App[] = [
  {name: 'next', wrong: wrong.next, check: ['node_modules/.bin/tsc'], serve: serveNext},
  {name: 'react19', wrong: wrong.react19, mode: 'development', serve: built},
  {name: 'react18', wrong: wrong.react18, mode: 'development', serve: built},
  {name: 'vue', wrong: wrong.vue, serve: built},
  {
    name: 'svelte',
    wrong: wrong.svelte,
    check: ['npm', 'run', '-s', 'check', '--', '--output', 'machine'],
    serve: built,
  },
  {name: 'module', wrong: wrong.module, serve: asItIs},
  {name: 'script-tag', serve: asItIs},
];

let browser: Browser;
let workshop: Workshop;
let folders: Map<string, Promise<string>>;

before(async () => {
  [browser, workshop] = await Promise.all([openBrowser(), openWorkshop()]);
  folders = new Map(APPS.map(({name}) => [name, workshop.install(name)]));
  for (const folder of folders.values()) folder.catch(() => undefined);
});

after(async () => {
  await Promise.allSettled(folders?.values() ?? []);
  workshop?.close();
  await browser?.close();
});

for (const {name, wrong, check = ['npm', 'run', '-s', 'check'], mode, serve} of APPS) {
  describe(`the ${name} app`, () => {
    if (wrong) {
      it('compiles, and its compiler refuses every mistake', async () => {
        const folder = await folders.get(name)!;
        const [program, ...words] = check;
        const file = join(folder, wrong.file);
        writeFileSync(file, [wrong.head, ...wrong.lines, ...wrong.right, wrong.tail].join('\n'));
        const {output} = await run(program, words, folder);
        rmSync(file);
        const errors = output
          .split('\n')
          .filter(line => /\berror\b/i.test(line) && /[(:" ]\d+[,:]\d+/.test(line));
        const isThere = (line: string) => line.includes(wrong.file);
        assert.deepEqual(
          errors.filter(line => !isThere(line)),
          [],
          'the app itself has errors',
        );
        const found = errors.map(line => Number(/[(" ](\d+)[,:]\d+/.exec(line)?.[1]));
        const missed = wrong.lines.filter((_, index) => !found.includes(index + 2));
        assert.deepEqual(missed, [], output);
        const refused = wrong.right.filter((_, index) => found.includes(index + wrong.lines.length + 2));
        assert.deepEqual(refused, [], output);
      });
    }

    it('sells a card in Chromium, and goes on with the order after another page was shown', async () => {
      const folder = await folders.get(name)!;
      const words = mode ? ['--', '--mode', mode] : [];
      await succeed('npm', ['run', '-s', 'build', ...words], folder, {NODE_ENV: mode});
      const site = await serve(folder);
      const open = await openPage(browser, site.url, {locale: 'en-US'});
      try {
        await buy(site, open);
      } finally {
        await open.close();
        await site.close();
      }
    });

    if (name === 'next') {
      it('is rendered on the server with what stands in the tag, and nothing that is no attribute', async () => {
        const site = await serve(await folders.get(name)!);
        const page = await (await fetch(site.url)).text();
        await site.close();
        const [tag = ''] = /<cr-checkout\b.*?<\/cr-checkout>/s.exec(page) ?? [];
        assert.match(tag, /^<cr-checkout><a href="https:\/\/shop\.example\/cards">Buy on our site<\/a>/);
      });
    }
  });
}

/** A whole purchase by the page of an app: its own heading, header and listener, a locked country, and a change of pages. */
async function buy(site: Site, {page, pageErrors, consoleErrors}: Awaited<ReturnType<typeof openPage>>) {
  const shop = new Shop(page);
  await shop.part('brand').first().waitFor();
  assert.equal(await shop.heading(), 'Cards for your coins', 'a property that holds an object');
  assert.equal(await shop.part('country').locator('select:enabled').count(), 0, 'a boolean');
  assert.equal(await page.getByText('Ten percent goes to the lighthouse.').isVisible(), true, 'a slot');
  assert.equal((await shop.state()).country, 'US', 'an attribute');
  await shop.pickBrand('Voltaic');
  await shop.chooseDenomination('$25');
  await shop.continue();
  await shop.fillEmail('ana@example.com');
  await shop.checkDetails();
  await shop.createOrder();

  await page.getByText('About', {exact: true}).click();
  await page.getByText('A shop of cards.').waitFor();
  await page.getByText('Shop', {exact: true}).click();
  await shop.waitForStep('payment');
  await shop.acknowledge();

  const [order] = site.sandbox.orders();
  site.sandbox.control(order!.order_id, 'pay');
  await shop.waitForStep('done');
  const {orderId} = await shop.state();
  await page.getByText(`Order ${orderId} is delivered.`).waitFor();
  assert.ok((await shop.reveal()).every(code => code.length > 3));
  assert.deepEqual(pageErrors, []);
  assert.deepEqual(consoleErrors, []);
}
