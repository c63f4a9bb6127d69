import {withPage} from './browser.mjs';

/** Measures the bytes that the page's scripts hold after 5 and after 50 rounds of adding and removing the element. */
export async function heapOverRounds(context, url, rows) {
  return withPage(context, `${url}/element.html?rows=${rows}&delay=0&rounds`, 1, async (page, devtools) => {
    const used = async () => {
      // Collects several times: objects that one collection frees may have held others.
      for (let pass = 0; pass < 3; pass++) await devtools.send('HeapProfiler.collectGarbage');
      const {usedSize} = await devtools.send('Runtime.getHeapUsage');
      return usedSize;
    };
    await page.waitForFunction(() => 'mount' in window);
    for (let round = 0; round < 5; round++) await page.evaluate(mountAndUnmount);
    const after5 = await used();
    for (let round = 5; round < 50; round++) await page.evaluate(mountAndUnmount);
    return {after5, after50: await used()};
  });
}

/** Runs in the page. */
async function mountAndUnmount() {
  const checkout = window.mount();
  await window.bench.tilesPainted();
  checkout.remove();
  await window.bench.nextPaint();
}
