import {seededRandom} from '../support/seeded-random.js';

/** A picture that looks like a barcode and means nothing; the same for the same name. */
export function codeImage(name: string): Response {
  const digits = seededRandom('image', name);
  let x = 8;
  const bars = Array.from({length: 40}, () => {
    const width = 1 + digits.below(3);
    const bar = `M${x} 8h${width}v48h-${width}z`;
    x += width + 1 + digits.below(3);
    return bar;
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${x + 8} 64">` +
    `<path fill="#fff" d="M0 0h${x + 8}v64H0z"/><path d="${bars.join('')}"/></svg>`;
  return new Response(svg, {headers: {'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=3600'}});
}
