import {withPage} from './browser.mjs';

/**
 * Counts the nodes below the element, through its shadow roots: on the first screen, and the maximum while a buyer
 * scrolls to the end and loads more, thirty times over.
 */
export async function domNodes(context, url, rows) {
  return withPage(context, `${url}/element.html?rows=${rows}&delay=0`, 1, async page => {
    await page.evaluate(() => window.bench.tilesPainted());
    const first = await page.evaluate(count);
    const most = {...first};
    for (let screen = 0; screen < 30; screen++) {
      await page.evaluate(goOn);
      const now = await page.evaluate(count);
      for (const kind of ['all', 'elements']) most[kind] = Math.max(most[kind], now[kind]);
    }
    return {first, most};
  });
}

/** Runs in the page. */
async function count() {
  // Waits for the work that follows the first paint.
  await window.bench.nextPaint();
  await window.bench.nextPaint();
  return window.bench.countNodes(document.querySelector('cr-checkout'));
}

/** Runs in the page: scrolls every scroll container, and presses the button for more if there is one. */
async function goOn() {
  const {bench} = window;
  for (const element of bench.find('*')) {
    if (element.scrollHeight > element.clientHeight + 1) element.scrollTop += 900;
  }
  for (const more of bench.find('.more, [part~="more"]')) more.click();
  await bench.nextPaint();
}
