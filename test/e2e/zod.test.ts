/**
 * Tests the one file on a page that uses zod itself: no text is turned into code, and the page's zod keeps its
 * settings.
 */
import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {build, type Plugin} from 'vite';
import {openBrowser, openPage} from './support/browser.js';
import {type Pages, page, servePages, TAG} from './support/pages.js';
import {buy} from './support/purchase.js';
import {Shop} from './support/shop.js';

/** Records of the page's scripts for the test. */
interface Window {
  readonly compiled: string[];
  readonly zod: typeof import('zod');
  readonly settings: Readonly<Record<string, unknown>>;
}

let browser: Browser;
let pages: Pages;

before(async () => {
  [browser, pages] = await Promise.all([openBrowser(), servePages()]);
});

after(async () => {
  await Promise.all([browser?.close(), pages?.close()]);
});

it('a purchase compiles no text, and leaves the configuration of zod alone', async () => {
  pages.put('/zod.js', await pagesZod());
  pages.put(
    '/page.js',
    `import * as zod from '/zod.js';
    zod.config({customError: issue => 'the page says ' + issue.code});
    Object.assign(window, {zod, settings: {...zod.config()}});
    import('/dist/cr-checkout.js');`,
  );
  pages.put('/', page(TAG, '<script type="module" src="/page.js"></script>'));
  const {page: tab, pageErrors, close} = await openPage(browser, `${pages.url}/dist/integrity.json`);
  await tab.addInitScript(() => {
    const compiled: string[] = [];
    window.Function = new Proxy(Function, {
      apply(target, self, words) {
        compiled.push(words.join());
        return Reflect.apply(target, self, words);
      },
      construct(target, words, self) {
        compiled.push(words.join());
        return Reflect.construct(target, words, self);
      },
    });
    Object.assign(window, {compiled});
  });
  await tab.goto(pages.url);
  await buy(new Shop(tab), pages.pay);

  const seen = await tab.evaluate(() => {
    const {compiled, zod, settings} = window as unknown as Window;
    const before = [...compiled];
    const now = zod.config() as Readonly<Record<string, unknown>>;
    const changed = [...new Set([...Object.keys(now), ...Object.keys(settings)])].filter(
      key => now[key] !== settings[key],
    );
    const {error} = zod.object({name: zod.string()}).safeParse({name: 1});
    return {before, changed, message: error?.issues[0]?.message, after: compiled.length};
  });
  await close();
  assert.deepEqual(seen.before, []);
  assert.deepEqual(seen.changed, []);
  assert.equal(seen.message, 'the page says invalid_type');
  assert.ok(seen.after > 0, "the page's own zod, which compiles its schemas, was not noticed");
  assert.deepEqual(pageErrors, []);
});

/** Returns the whole of zod as one script. */
async function pagesZod(): Promise<string> {
  const entry = '/zod.js';
  const plugin: Plugin = {
    name: 'entry',
    resolveId: id => (id === entry ? id : undefined),
    load: id => (id === entry ? `export * from 'zod';` : undefined),
  };
  const options = {write: false, lib: {entry, formats: ['es' as const]}};
  const built = await build({configFile: false, logLevel: 'warn', plugins: [plugin], build: options});
  const [{output}] = built as unknown as [{output: [{code: string}]}];
  return output[0].code;
}
