import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {openBrowser, openPage} from './support/browser.js';
import {type Demo, openDemo} from './support/demo.js';
import {order} from './support/purchase.js';
import {Shop} from './support/shop.js';

/** Files of the bundled npm entry by name, and the one that a page starts with. */
let files: Map<string, string>;
let entry: string;
let browser: Browser;
let demo: Demo;

before(async () => {
  [browser, demo, files] = await Promise.all([openBrowser(), openDemo(), bundle()]);
});

after(async () => {
  await Promise.all([browser?.close(), demo?.close()]);
});

async function bundle(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {input: fileURLToPath(new URL('../../dist/index.js', import.meta.url))},
    },
  });
  const {output} = built as {output: readonly {fileName: string; code?: string; isEntry?: boolean}[]};
  entry = output.find(file => file.isEntry)?.fileName ?? '';
  return new Map(output.map(file => [`/${file.fileName}`, file.code ?? '']));
}

/** Opens a page with the bundled element. `isHere` decides whether a file can be fetched at the moment. */
async function embed(attributes: string, isHere: (name: string) => boolean = () => true) {
  const open = await openPage(browser, `${demo.url}/favicon.svg`, {locale: 'en-US'});
  const fetched: string[] = [];
  await open.page.route('**/assets/**', route => {
    const {pathname} = new URL(route.request().url());
    fetched.push(pathname);
    if (!isHere(pathname)) return route.abort();
    return route.fulfill({contentType: 'text/javascript', body: files.get(pathname) ?? ''});
  });
  await open.page.route('**/embedded', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Bundled</title><script type="module" src="/${entry}"></script>
        <cr-checkout proxy-url="/api" country="US" ${attributes}></cr-checkout>`,
    }),
  );
  await open.page.goto(`${demo.url}/embedded`);
  return {...open, fetched, shop: new Shop(open.page)};
}

const isPayment = (name: string) => name.includes('payment-elements');

describe('the elements of the steps after the quote, in a bundle', () => {
  it('are a file of their own, fetched once the brands are there', async () => {
    const {shop, fetched, close} = await embed('no-resume');
    await shop.part('brand').first().waitFor();
    await order(shop);
    await shop.acknowledge();
    assert.equal(fetched.filter(isPayment).length, 1);
    assert.equal(fetched.indexOf(`/${entry}`), 0);
    await close();
  });

  it('are asked for again when they could not be fetched', async () => {
    let isOnline = false;
    const {shop, fetched, pageErrors, close} = await embed('no-resume', name => isOnline || !isPayment(name));
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$25');
    await shop.continue();
    await shop.part('retry').waitFor();
    assert.match((await shop.errors()).join(), /^No connection\. Check your network and try again\./);
    const before = fetched.filter(isPayment).length;
    isOnline = true;
    await shop.part('retry').click();
    await shop.fillEmail('ana@example.com');
    await shop.checkDetails();
    await shop.createOrder();
    await shop.acknowledge();
    assert.ok(fetched.filter(isPayment).length > before);
    assert.match(await shop.heading(), /^Send /);
    assert.deepEqual(pageErrors, []);
    await close();
  });
});
