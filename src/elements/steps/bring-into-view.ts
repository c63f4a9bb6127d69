/** Pixels between a bar of the page and the heading below it. */
const GAP = 8;

/**
 * Scrolls to a heading, below what the page keeps on top of its content. Does not scroll while the heading is high enough
 * for its step to be seen, or all of the checkout is on screen.
 */
export function bringIntoView(heading: HTMLElement | undefined) {
  // A DOM without a layout, such as jsdom's, scrolls nothing.
  if (!heading || !('scrollIntoView' in heading)) return;
  const {top} = heading.getBoundingClientRect();
  const isHigh = top >= 0 && (top < innerHeight / 3 || bottomOf(heading) <= innerHeight);
  heading.scrollIntoView({block: isHigh ? 'nearest' : 'start', behavior: 'instant'});
  const covered = coveredBy(heading);
  if (covered > 0) scrollerOf(heading)?.scrollBy({top: -covered - GAP, behavior: 'instant'});
}

/** Returns the pixels of a bar of the page below the upper edge of a heading that it covers; 0 without such a bar. */
function coveredBy(heading: HTMLElement): number {
  const {left, top, height} = heading.getBoundingClientRect();
  const path = ancestorsOf(heading);
  let cover = document.elementFromPoint(left + 1, top + height / 2);
  while (cover && !path.includes(cover)) {
    const {bottom} = cover.getBoundingClientRect();
    // A dialog or a banner is no bar: it goes when the buyer closes it.
    if (/fixed|sticky/.test(getComputedStyle(cover).position))
      return bottom < innerHeight / 2 ? bottom - top : 0;
    cover = cover.parentElement;
  }
  return 0;
}

function scrollerOf(heading: HTMLElement): Element | undefined {
  return ancestorsOf(heading).find(({scrollTop}) => scrollTop > 0);
}

/** Returns the lower edge of the outermost component around a heading. */
function bottomOf(heading: HTMLElement): number {
  const host = ancestorsOf(heading).findLast(({shadowRoot}) => shadowRoot);
  return host?.getBoundingClientRect().bottom ?? Infinity;
}

/** Returns the elements around an element, innermost first, through every shadow root. */
function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node instanceof Element) found.push(node);
  return found;
}
