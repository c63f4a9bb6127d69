/**
 * Runs in the page before its own scripts and observes both pages alike: a tile is an element with the part `brand`,
 * in any shadow root, and it counts as shown when the frame that has it is drawn.
 */
window.bench = (() => {
  function* elementsIn(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
    }
  }

  const find = selector => [...elementsIn(document)].filter(element => element.matches(selector));

  const tiles = () => find('[part~="brand"]').filter(tile => tile.textContent.trim());

  /** Resolves after the frame whose callbacks run next is laid out and painted. */
  const nextPaint = () =>
    new Promise(resolve => {
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });

  /** Resolves with the time at which the first tiles were on screen. */
  async function tilesPainted() {
    for (;;) {
      let isThere = false;
      requestAnimationFrame(() => {
        isThere = tiles().length > 0;
      });
      const time = await nextPaint();
      if (isThere) return time;
    }
  }

  /** Counts the nodes below an element, through its shadow roots: elements, and all with texts and comments. */
  function countNodes(root) {
    const counts = {elements: 0, all: 0};
    const count = node => {
      for (const child of node.childNodes) {
        counts.all += 1;
        if (child.nodeType === Node.ELEMENT_NODE) counts.elements += 1;
        count(child);
      }
      if (node.shadowRoot) count(node.shadowRoot);
    };
    count(root);
    return counts;
  }

  return {find, tiles, nextPaint, tilesPainted, countNodes};
})();
