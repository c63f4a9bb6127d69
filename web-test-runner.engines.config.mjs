/** The tests of elements in Firefox and WebKitGTK; those in Chromium are run by web-test-runner.config.mjs. */
import {chromeLauncher} from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import {Key} from 'selenium-webdriver';
import {findProgram, firefoxPreferences} from './scripts/browsers.mjs';
import {startWebkit} from './scripts/webkit.mjs';
import chromium from './web-test-runner.config.mjs';

const engines = {
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: findProgram('firefox'),
        headless: true,
        extraPrefsFirefox: firefoxPreferences,
      },
      createPage: async ({context}) => {
        const page = await context.newPage();
        page.emulateMediaFeatures = asTheDeviceWants;
        return page;
      },
    }),
  webkit: () => webkitLauncher(),
};
const wanted = process.env.ENGINES?.split(',') ?? Object.keys(engines);

export default {
  ...chromium,
  browsers: wanted.map(name => engines[name]()),
  concurrentBrowsers: 2,
};

/** Neither can be told to prefer dark colours: what wants to emulate that sees what the device wants. */
async function asTheDeviceWants() {}

/** A browser for the runner, one page after another. */
function webkitLauncher() {
  let browser;
  let active;
  let isResized = false;
  return {
    name: 'WebKit',
    // The runner's commands know what to ask of a page of this kind.
    type: 'puppeteer',
    concurrency: 1,
    isActive: id => id === active,
    getBrowserUrl: () => browser.driver.getCurrentUrl(),
    getPage: () =>
      pageOf(browser.driver, () => {
        isResized = true;
      }),
    async startSession(id, url) {
      browser ??= await startWebkit();
      active = id;
      await browser.driver.get(url);
    },
    async stopSession() {
      active = undefined;
      if (isResized) {
        // Without a window manager nobody gives a window the focus again that it has lost with its size.
        await browser.close();
        browser = undefined;
        isResized = false;
      } else {
        await browser.driver.get('about:blank');
      }
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('there is no window to debug in')),
    stop: () => browser?.close(),
  };
}

/** As much of puppeteer's page as the tests use. */
function pageOf(driver, onResize) {
  const press = key => driver.actions().sendKeys(keyOf(key)).perform();
  const type = async text => {
    // Letter by letter: WebKitGTK swallows the second of two that are alike.
    for (const letter of text) await press(letter);
  };
  const setViewport = ({width, height}) => {
    onResize();
    return driver.manage().window().setRect({width, height});
  };
  return {keyboard: {press, type}, setViewport, emulateMediaFeatures: asTheDeviceWants};
}

/** WebDriver's own name of a key: `ArrowRight` is a code of its own, `a` itself. */
function keyOf(key) {
  if (key.length === 1) return key;
  if (key === 'Backspace') return Key.BACK_SPACE;
  return Key[key.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()];
}
