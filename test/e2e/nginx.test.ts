import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import sirv from 'sirv';
import {startSandbox} from '../../src/sandbox/node.js';
import {openBrowser, openPage} from './support/browser.js';
import {headerLocation, type Nginx, startNginx} from './support/nginx.js';
import {Shop} from './support/shop.js';

/** Page of a shop that runs nginx, and none of our code on its server. */
const PAGE =
  '<!doctype html><html lang="en"><title>Shop</title><cr-checkout proxy-url="/api"></cr-checkout><script type="module" src="/dist/cr-checkout.js"></script></html>';

let browser: Browser;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let pages: Server;
let nginx: Nginx;

before(async () => {
  sandbox = await startSandbox();
  const files = sirv(new URL('../../dist', import.meta.url).pathname);
  pages = createServer((request, response) => {
    if (request.url === '/') return void response.setHeader('content-type', 'text/html').end(PAGE);
    request.url = request.url?.replace(/^\/dist/, '') ?? '/';
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>(resolve => pages.listen(0, '127.0.0.1', resolve));
  const {port} = pages.address() as AddressInfo;
  nginx = await startNginx(
    `${headerLocation(sandbox.url, 'a-partner', '1.0')} location / { proxy_pass http://127.0.0.1:${port}; }`,
  );
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await nginx?.close();
  pages?.close();
  await sandbox?.close();
});

describe('six lines of nginx in place of our proxy', () => {
  it('add the headers and nothing else', () => {
    assert.ok(headerLocation('http://127.0.0.1:1', 'a', '1').split('\n').length <= 6);
  });

  it('carry a whole purchase', async () => {
    const open = await openPage(browser, nginx.url, {locale: 'en-US'});
    const shop = new Shop(open.page);
    await shop.pickBrand('Voltaic');
    await shop.chooseDenomination('$50');
    await shop.continue();
    await shop.fillEmail('ana@example.com');
    await shop.checkDetails();
    const orderId = await shop.createOrder();
    sandbox.sandbox.control(orderId, 'pay');
    sandbox.sandbox.pass(2500);
    await shop.waitForStep('done');
    assert.equal((await open.events()).filter(event => event.type === 'cr-done').length, 1);
    assert.deepEqual(open.pageErrors, []);
    await open.close();
  });
});
