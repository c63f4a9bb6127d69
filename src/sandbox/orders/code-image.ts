import {seededRandom} from '../support/seeded-random.js';

/** Returns the SVG of an invented barcode, the same for the same name. */
export function codeImage(name: string): string {
  const random = seededRandom('image', name);
  let x = 8;
  const bars = Array.from({length: 40}, () => {
    const width = 1 + random.below(3);
    const bar = `M${x} 8h${width}v48h-${width}z`;
    x += width + 1 + random.below(3);
    return bar;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${x + 8} 64">` +
    `<path fill="#fff" d="M0 0h${x + 8}v64H0z"/><path d="${bars.join('')}"/></svg>`
  );
}
