import type {BrowserContext, Page, Request} from 'playwright-core';

/** Milliseconds of one step of the clock. */
const TICK = 250;

/**
 * Moves a page's clock on by milliseconds: timers run in their order, and their requests are answered before the next
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

/** Stops a page's clock: none of its timers runs from now on. */
export async function stopClock(page: Page): Promise<void> {
  // Playwright stops a clock only at a moment in the future.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
}
