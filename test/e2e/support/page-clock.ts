import type {BrowserContext, Page, Request} from 'playwright-core';

/** Milliseconds that a clock moves on at a time. */
const TICK = 250;

/**
 * Moves a page's clock on by milliseconds: timers run in their order, and what they request is answered before the next
 * tick, however long that takes on the wall's clock.
 */
export type PassTime = (page: Page, milliseconds: number) => Promise<void>;

/** Gives the pages of a context a clock that tests can move on, or stop by `page.clock`. */
export async function installClock(context: BrowserContext): Promise<PassTime> {
  const unanswered = new Set<Request>();
  context.on('request', request => {
    if (request.resourceType() !== 'eventsource') unanswered.add(request);
  });
  context.on('requestfinished', request => unanswered.delete(request));
  context.on('requestfailed', request => unanswered.delete(request));
  await context.clock.install();
  return async (page, milliseconds) => {
    for (let passed = 0; passed < milliseconds; passed += TICK) {
      await page.clock.runFor(Math.min(TICK, milliseconds - passed));
      await page.evaluate(() => undefined);
      while (unanswered.size > 0) await new Promise(resolve => setTimeout(resolve, 5));
    }
  };
}

/** Stops a page's clock: what happens from now on needs no timer of the page. */
export async function stopClock(page: Page): Promise<void> {
  // Playwright stops a clock at a moment to come.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
}
