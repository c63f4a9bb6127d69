import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {chromiumFlags, findProgram} from '../../scripts/browsers.mjs';

/** Factor by which the page's processor is slowed down. */
export const throttle = 4;

/** Viewport of a phone, in CSS pixels. */
const viewport = {width: 412, height: 915};

const probe = fileURLToPath(new URL('probe.js', import.meta.url));

/** Launches a Chromium with one context, so that scripts come from its cache from the second page on. */
export async function openBrowser() {
  const browser = await chromium.launch({executablePath: findProgram('chromium'), args: [...chromiumFlags]});
  const context = await browser.newContext({viewport, locale: 'en-US'});
  context.setDefaultTimeout(30_000);
  await context.addInitScript({path: probe});
  return {browser, context};
}

/** Opens a page of the bench, runs `use` on it and closes it. `rate` 1 is an unthrottled processor. */
export async function withPage(context, url, rate, act) {
  const page = await context.newPage();
  const failure = new Promise((_, reject) => page.once('pageerror', reject));
  try {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', {rate});
    await page.goto(url);
    return await Promise.race([act(page, devtools), failure]);
  } finally {
    await page.close();
  }
}
