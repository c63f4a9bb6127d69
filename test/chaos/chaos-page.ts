import type {Browser, BrowserContext, ConsoleMessage, Page} from 'playwright-core';
import {installClock} from '../e2e/support/page-clock.js';
import type {PageEvent} from './page-scripts.js';
import {compilerHelper, hurryTime, recordEvents, setVisibility} from './page-scripts.js';

const EVENTS = [
  'cr-ready',
  'cr-step-change',
  'cr-quote',
  'cr-before-order',
  'cr-order-created',
  'cr-order-change',
  'cr-done',
  'cr-order-failed',
  'cr-error',
] as const;

export interface ChaosPage {
  readonly page: Page;
  /** Events of the element in order, through reloads. */
  readonly events: readonly PageEvent[];
  /** Uncaught exceptions, unhandled rejections, and errors on the console that are not about a failed request. */
  readonly complaints: readonly string[];
  /** Freezes the page as a phone does with a page in the background; `wake` ends it. */
  freeze(): Promise<void>;
  /** Wakes the page, and moves its clock on by `slept` milliseconds if it is controllable. */
  wake(slept?: number): Promise<void>;
  /** Moves the page's clock on by milliseconds, as `PassTime` does. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface ChaosPageOptions {
  readonly time: {readonly speed: number; readonly origin: number};
  readonly patience?: number;
  /** Whether `pass()` can move the page's clock on. Default: it runs by itself. */
  readonly hasClock?: boolean;
}

/** Opens a page in its own context, with a clock as fast as the story's. */
export async function openChaosPage(
  browser: Browser,
  url: string,
  {time, patience = 60_000, hasClock = false}: ChaosPageOptions,
): Promise<ChaosPage> {
  const context: BrowserContext = await browser.newContext({
    locale: 'en-US',
    viewport: {width: 480, height: 900},
  });
  context.setDefaultTimeout(patience);
  const pass = hasClock ? await installClock(context) : undefined;
  const events: PageEvent[] = [];
  const complaints: string[] = [];
  context.on('weberror', error => complaints.push(`uncaught: ${error.error()}`));
  context.on('console', message => {
    if (message.type() === 'error' && !isAboutRequest(message)) complaints.push(`console: ${message.text()}`);
  });
  await context.exposeBinding('recordChaosEvent', (_, event: PageEvent) => void events.push(event));
  await context.addInitScript(compilerHelper);
  await context.addInitScript(hurryTime, {speed: time.speed, origin: time.origin});
  await context.addInitScript(recordEvents, EVENTS);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(url);
  return {
    page,
    events,
    complaints,
    freeze: async () => {
      await page.evaluate(setVisibility, 'hidden' as const);
      // Uses the debugger, which stops all scripts and timers: headless Chromium takes every page for visible and
      // freezes none.
      await session.send('Debugger.enable');
      const paused = new Promise<void>(resolve => session.once('Debugger.paused', () => resolve()));
      await session.send('Debugger.pause');
      // Runs a statement, at which the debugger stops.
      void session.send('Runtime.evaluate', {expression: 'undefined'}).catch(() => {});
      await paused;
    },
    pass: milliseconds => pass?.(page, milliseconds) ?? Promise.reject(new Error('the page has no clock')),
    wake: async (slept = 0) => {
      await session.send('Debugger.resume');
      if (slept > 0) await page.clock.fastForward(slept);
      await page.evaluate(setVisibility, 'visible' as const);
    },
    close: () => context.close(),
  };
}

/** Matches the browser's own line about a failed request, which no page can prevent. */
function isAboutRequest(message: ConsoleMessage): boolean {
  return /^Failed to load resource|EventSource's response has a|net::ERR_/.test(message.text());
}
