/** Uses a page in any engine as a person does: by keys and a pointer that the browser itself receives. */
import {type Browser, firefox, type Page} from 'playwright-core';
import {findProgram, firefoxPreferences} from '../../../scripts/browsers.mjs';
import {startWebkit} from '../../../scripts/webkit.mjs';
import {openBrowser} from './browser.js';

export type KeyName = 'Tab' | 'Enter' | 'Space';

export interface Hand {
  readonly engine: Engine;
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page; its `arguments` are the values. */
  run<Value>(body: string, ...values: readonly unknown[]): Promise<Value>;
  press(key: KeyName): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses the pointer's main button at a point of the window. */
  click(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

export const engines = ['Chromium', 'Firefox', 'WebKitGTK'] as const;
export type Engine = (typeof engines)[number];

export async function openHand(engine: Engine): Promise<Hand> {
  switch (engine) {
    case 'Chromium':
      return playwrightHand(engine, await openBrowser());
    case 'Firefox':
      return playwrightHand(
        engine,
        await firefox.launch({
          channel: 'moz-firefox',
          executablePath: findProgram('firefox'),
          headless: true,
          firefoxUserPrefs: {...firefoxPreferences},
        }),
      );
    case 'WebKitGTK':
      return webkitHand();
  }
}

async function playwrightHand(engine: Engine, browser: Browser): Promise<Hand> {
  let page: Page | undefined;
  const opened = () => {
    if (!page) throw new Error('no page is open');
    return page;
  };
  return {
    engine,
    async open(url) {
      await page?.context().close();
      const context = await browser.newContext({locale: 'en-US', viewport: {width: 390, height: 844}});
      page = await context.newPage();
      await page.goto(url);
    },
    run: (body, ...values) =>
      opened().evaluate(([code, given]) => new Function(code as string).apply(null, given as unknown[]), [
        body,
        values,
      ] as const),
    press: key => opened().keyboard.press(key),
    type: text => opened().keyboard.type(text),
    click: (x, y) => opened().mouse.click(x, y),
    close: () => browser.close(),
  };
}

async function webkitHand(): Promise<Hand> {
  const {driver, close} = await startWebkit();
  // Code points of the WebDriver standard, section 17.4.2.
  const keys = {Tab: '\uE004', Enter: '\uE007', Space: ' '};
  const send = (text: string) =>
    driver
      .actions()
      .sendKeys(...text)
      .perform();
  return {
    engine: 'WebKitGTK',
    open: url => driver.get(url),
    run: (body, ...values) => driver.executeScript(body, ...values),
    press: key => send(keys[key]),
    type: send,
    click: (x, y) => driver.actions().move({x, y}).press().release().perform(),
    close,
  };
}
