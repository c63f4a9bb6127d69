/**
 * Installs the packed package in the apps of demo/apps, compiles and builds them, makes a purchase in each, and edits
 * it during one.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type OpenPage, openBrowser, openPage} from '../e2e/support/browser.js';
import {APPS, type App} from './support/apps.js';
import {compile} from './support/compile.js';
import {sellWhileEdited} from './support/develop.js';
import {openWorkshop, succeed, type Workshop} from './support/install.js';
import {sell} from './support/sell.js';
import type {Site} from './support/site.js';

let browser: Browser;
let workshop: Workshop;
let folders: Map<string, Promise<string>>;

before(async () => {
  [browser, workshop] = await Promise.all([openBrowser(), openWorkshop()]);
  folders = new Map(APPS.map(({name}) => [name, workshop.install(`demo/apps/${name}`)]));
  for (const folder of folders.values()) folder.catch(() => undefined);
});

after(async () => {
  await Promise.allSettled(folders?.values() ?? []);
  workshop?.close();
  await browser?.close();
});

// Two at a time: while one waits for a page, the other compiles.
describe('an app that installs the package', {concurrency: 2}, () => {
  for (const app of APPS) describe(`with ${app.name}`, {concurrency: 1}, () => testsOf(app));
});

function testsOf({name, wrong, check, serve, keepsAlive = false, develop, edits}: App): void {
  if (wrong) {
    it('compiles, and its compiler refuses every mistake and nothing else', async () => {
      const {missed, refused, elsewhere} = await compile(await folders.get(name)!, wrong, check);
      assert.deepEqual(elsewhere, [], 'the app itself has errors');
      assert.deepEqual(missed, [], 'mistakes that pass');
      assert.deepEqual(refused, [], 'what is right is refused');
    });
  }

  it('sells a card in Chromium, and goes on with the order after another page was shown', async () => {
    const folder = await folders.get(name)!;
    await succeed('npm', ['run', '-s', 'build'], folder);
    await visit(await serve(folder), (site, open) => sell(site, open, keepsAlive));
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

  if (develop && edits) {
    it('sells a card while it is edited, and neither loses anything nor complains', async () => {
      const folder = await folders.get(name)!;
      await visit(await develop(folder), (site, open) => sellWhileEdited(folder, site, open, edits));
    });
  }
}

/** Opens a site in the browser, runs `use`, and asserts that the console stayed empty. */
async function visit(site: Site, use: (site: Site, open: OpenPage) => Promise<void>): Promise<void> {
  try {
    // A development server compiles a page on its first request, however long that takes.
    await (await fetch(site.url)).text();
    const open = await openPage(browser, site.url, {locale: 'en-US'});
    await use(site, open);
    assert.deepEqual([open.pageErrors, open.consoleErrors], [[], []]);
    await open.close();
  } finally {
    await site.close();
  }
}
