import {throttle, withPage} from './browser.mjs';

/** Queries to type, from the sandbox's invented names. */
const queries = [
  'golden lantern',
  'e',
  'cafe',
  // One letter is missing, and two have changed places.
  'lightouse',
  'copepr',
  // Nothing matches.
  'zzqxjv',
];

/**
 * Types each query into the search field, a key at a time, and empties it by one more, `gap` milliseconds apart.
 * Returns milliseconds of the slowest key: `eventTiming` is the longest `duration` that the browser reports for its
 * events (from the key to the next paint, in steps of eight), `mainThread` ends when the page has handed the frame
 * over. The floor's field does nothing with its text: no page can take less time than its keys.
 */
export async function slowestKeystroke(context, url, {which = 'element', rows, gap}) {
  return withPage(context, `${url}/${which}.html?rows=${rows}&delay=0`, throttle, async page => {
    await page.evaluate(() => window.bench.tilesPainted());
    await page.locator('input[type="search"]').focus();
    await page.evaluate(record);
    for (const query of queries) {
      for (const key of query) await press(page, key === ' ' ? 'Space' : key, query, gap);
      await page.keyboard.press('ControlOrMeta+a');
      await press(page, 'Backspace', query, gap);
    }
    // Waits for the work that the last keys started.
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 500)));
    return page.evaluate(() => window.bench.slowest());
  });
}

async function press(page, key, query, gap) {
  await page.evaluate(label => {
    window.bench.label = label;
  }, `${key} of "${query}"`);
  await page.keyboard.press(key);
  await page.evaluate(wait => new Promise(resolve => setTimeout(resolve, wait)), gap);
}

/** Runs in the page. */
function record() {
  const {bench} = window;
  const keys = [];
  const events = [];
  let pressedAt = 0;
  addEventListener(
    'keydown',
    event => {
      pressedAt = event.timeStamp;
    },
    true,
  );
  addEventListener(
    'input',
    async () => {
      const {label} = bench;
      const from = pressedAt;
      keys.push({label, ms: (await bench.nextPaint()) - from});
    },
    true,
  );
  const observer = new PerformanceObserver(list => {
    for (const {name, duration} of list.getEntries()) {
      if (/^key|input$/.test(name)) events.push({label: bench.label, ms: duration});
    }
  });
  observer.observe({type: 'event', durationThreshold: 16});
  const longest = all => all.reduce((worst, each) => (each.ms > worst.ms ? each : worst), {ms: 0, label: ''});
  bench.slowest = () => ({mainThread: longest(keys), eventTiming: longest(events), count: keys.length, keys});
}
