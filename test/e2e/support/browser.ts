import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import {chromiumFlags, findProgram} from '../../../scripts/browsers.mjs';
import {installClock} from './page-clock.js';

export interface PageOptions {
  /** CSS pixels. Default: 1024 x 768. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
  /** BCP 47 tag of the browser's language. */
  readonly locale?: string;
  readonly timezoneId?: string;
  readonly javaScriptEnabled?: boolean;
  /** Whether the page's clock can be moved on by `pass()`. Default: it is the wall's. */
  readonly hasClock?: boolean;
  /** Further options of playwright's `newContext`. */
  readonly context?: BrowserContextOptions;
}

export interface RecordedEvent {
  readonly type: string;
  readonly detail: unknown;
}

/** A page and its events since it was opened, through reloads and navigations. */
export interface OpenPage {
  readonly page: Page;
  readonly consoleErrors: readonly string[];
  /** Uncaught exceptions and unhandled rejections. */
  readonly pageErrors: readonly string[];
  /** URLs of all requests, of `http` and `https`. */
  readonly requests: readonly string[];
  /** Returns every `host:port` that was requested. */
  hosts(): readonly string[];
  /** Returns the element's events that reached `window`, in order. */
  events(): Promise<readonly RecordedEvent[]>;
  /** Moves the page's clock on by milliseconds, as `PassTime` does. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

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

/** Returns the options that launch the installed Chromium, without a window. */
export function chromiumLaunch(): LaunchOptions {
  return {executablePath: findProgram('chromium'), headless: true, args: [...chromiumFlags]};
}

/** Connects to the worker's Chromium (`E2E_BROWSER`), or launches one. `close()` closes only its own contexts. */
export function openBrowser(): Promise<Browser> {
  const shared = process.env.E2E_BROWSER;
  return shared ? chromium.connect(shared) : chromium.launch(chromiumLaunch());
}

/** Opens a page in its own context: no cookies, storage or cache are shared with another. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<OpenPage> {
  const {width = 1024, height = 768, hasClock = false, context: more, ...rest} = options;
  const context = await browser.newContext({viewport: {width, height}, ...rest, ...more});
  context.setDefaultTimeout(60_000);
  const pass = hasClock ? await installClock(context) : undefined;
  const consoleErrors: string[] = [];
  const pageErrors: string[] = [];
  const requests: string[] = [];
  const events: RecordedEvent[] = [];

  context.on('console', message => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  context.on('weberror', error => pageErrors.push(String(error.error())));
  context.on('request', request => {
    if (/^https?:/.test(request.url())) requests.push(request.url());
  });
  await context.exposeBinding('recordCrEvent', (_, event: RecordedEvent) => void events.push(event));
  await context.addInitScript(recordEvents, EVENTS);

  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    consoleErrors,
    pageErrors,
    requests,
    hosts: () => [...new Set(requests.map(request => new URL(request).host))],
    events: async () => {
      // The browser's messages come in order: once this one returns, earlier events have arrived.
      await page.evaluate(() => undefined);
      return [...events];
    },
    pass: milliseconds => pass?.(page, milliseconds) ?? Promise.reject(new Error('the page has no clock')),
    close: () => context.close(),
  };
}

/** Runs in the page, before its own scripts. */
function recordEvents(names: readonly string[]): void {
  const {recordCrEvent} = window as unknown as {recordCrEvent(event: RecordedEvent): Promise<void>};
  for (const type of names) {
    window.addEventListener(type, event => void recordCrEvent({type, detail: (event as CustomEvent).detail}));
  }
}
