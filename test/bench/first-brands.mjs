import {throttle, withPage} from './browser.mjs';
import {median} from './report.mjs';

/**
 * Returns milliseconds from the arrival of the listing to the paint of the first brands, for the element and for a page to
 * compare it with, as medians of pages that were opened in turns; the median of the rounds' ratios, in which a machine
 * that is busy for a while counts on both sides; and whether both pages began with the same brands.
 *
 * @param floor Name of the page to compare with.
 * @param delay Milliseconds after which the listing is answered.
 */
export async function firstBrands(context, url, {rows, runs, floor = 'floor', delay = 400, warmUps = 2}) {
  const times = {element: [], [floor]: []};
  let names;
  let isSame = true;
  for (let run = -warmUps; run < runs; run++) {
    // Who goes first changes, so that neither gets the other's warmth.
    for (const which of run % 2 === 0 ? ['element', floor] : [floor, 'element']) {
      const address = `${url}/${which}.html?rows=${rows}&delay=${delay}`;
      const {ms, texts} = await withPage(context, address, throttle, page => page.evaluate(measure));
      if (run >= 0) times[which].push(ms);
      if (which === floor) names = texts;
      else if (names) isSame &&= names.every((text, index) => texts[index]?.includes(text.trim()));
    }
  }
  const of = summary => ({element: summary(times.element), floor: summary(times[floor])});
  const ratio = median(times.element.map((ms, round) => ms / times[floor][round]));
  return {ratio, median: of(median), fastest: of(all => Math.min(...all)), isSame};
}

/** Runs in the page. */
async function measure() {
  const painted = await window.bench.tilesPainted();
  const [listing] = performance.getEntriesByType('resource').filter(({name}) => name.includes('/v2/brands'));
  const texts = window.bench
    .tiles()
    .slice(0, 8)
    .map(tile => tile.querySelector('.name')?.textContent ?? tile.textContent);
  return {ms: painted - listing.responseEnd, texts};
}
