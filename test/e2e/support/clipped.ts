import type {Page} from 'playwright-core';

/** Returns every text of the element that is cut off by its box or reaches beyond the window, in open shadow trees too. */
export async function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const roots: ParentNode[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const own = Array.from(element.childNodes).filter(node => node.nodeType === Node.TEXT_NODE);
        if (!own.some(node => node.nodeValue?.trim()) || !element.checkVisibility()) continue;
        const {overflowX, overflowY, position, textOverflow} = getComputedStyle(element);
        // Texts for screen readers alone are a pixel wide on purpose, and names from the API end in an ellipsis.
        if ((position === 'absolute' && element.clientWidth <= 1) || textOverflow === 'ellipsis') continue;
        // What scrolls can be reached.
        if (element.closest('.chips')) continue;
        const isCut =
          (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
          (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
        const range = document.createRange();
        range.selectNodeContents(element);
        const {left, right} = range.getBoundingClientRect();
        if (isCut || left < -1 || right > innerWidth + 1)
          found.push(`${element.localName}.${element.className}: ${element.textContent?.trim()}`);
      }
    }
    return found;
  });
}
