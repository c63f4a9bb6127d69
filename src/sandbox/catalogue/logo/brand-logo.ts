import {escapeHtml} from '../../support/html.js';
import {seededRandom} from '../../support/seeded-random.js';
import type {Catalogue} from '../catalogue.js';
import {contrast, luminance} from './color-contrast.js';
import {logoMarks} from './logo-marks.js';

/** Returns the SVG of the brand whose logo file is `slug`; `undefined` when there is none. */
export function findBrandLogo(catalogue: Catalogue, slug: string): string | undefined {
  const brands = [...catalogue.values()].flatMap(shelf => shelf.brands);
  const index = brands.findIndex(({logo, logoFile}) => logo === slug && !logoFile);
  const brand = brands[index];
  return brand && drawLogo(brand.name, brand.color, index);
}

const dark = '#15181d';
const accents = (
  '#ffd166 #80ffdb #ff9e80 #a5d8ff #e0c3fc #c0f578 #ffc2d4 ' +
  '#c1121f #0057b8 #00695c #6a1b9a #9a3f10 #1b5e20 #ad1457'
).split(' ');

/** Draws a mark above the name. Brands that are listed side by side get different marks. */
function drawLogo(name: string, background: string, index: number): string {
  const ground = luminance(background);
  const ink = contrast(ground, 1) > contrast(ground, luminance(dark)) - 3 ? '#ffffff' : dark;
  const mark = logoMarks[(index * 5) % logoMarks.length];
  const visible = accents.filter(color => contrast(ground, luminance(color)) > 3);
  const accent = visible[seededRandom('logo', name).below(visible.length)] ?? `${ink}99`;
  const lines = breakName(name);
  const longest = Math.max(...lines.map(line => line.length), 7);
  const size = Math.min(36, Math.floor(400 / longest));
  const [top, place] = lines.length > 1 ? [128, 'translate(150 58) scale(.85)'] : [146, 'translate(150 70)'];
  const text = lines.map(
    (line, row) => `<tspan x="150" y="${top + row * (size + 1)}">${escapeHtml(line)}</tspan>`,
  );
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 190" width="300" height="190">' +
    `<g transform="${place}" fill="${accent}">${mark?.(accent, ink) ?? ''}</g>` +
    `<text text-anchor="middle" font-family="Inter,'Helvetica Neue',Helvetica,Arial,'DejaVu Sans',sans-serif" ` +
    `font-size="${size}" font-weight="700" letter-spacing="-.5" fill="${ink}">${text.join('')}</text></svg>`
  );
}

/** Breaks a long name at the space nearest to its middle. */
function breakName(name: string): readonly string[] {
  const spaces = [...name.matchAll(/ /g)].map(({index}) => index);
  if (name.length < 13 || spaces.length === 0) return [name];
  const middle = name.length / 2;
  const at = spaces.reduce((best, space) =>
    Math.abs(space - middle) < Math.abs(best - middle) ? space : best,
  );
  return [name.slice(0, at), name.slice(at + 1)];
}
