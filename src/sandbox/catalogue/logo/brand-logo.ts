import {seededRandom} from '../../support/seeded-random.js';
import type {Catalogue} from '../catalogue.js';
import {escapeHtml} from '../rich-description.js';

/** The mark of a brand as SVG, drawn from its name: browsers go by the content type, not by the `.webp` of the path. */
export function logo(catalogue: Catalogue, slug: string): Response | undefined {
  const brands = [...catalogue.values()].flatMap(shelf => shelf.brands);
  const index = brands.findIndex(({logo, logoFile}) => logo === slug && !logoFile);
  const brand = brands[index];
  const coin = /^coin-(.+)$/.exec(slug)?.[1];
  if (!brand && !coin) return undefined;
  const svg = brand ? brandLogo(brand.name, brand.color, index) : coinIcon(coin ?? '');
  return new Response(svg, {
    headers: {'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400'},
  });
}

function brandLogo(name: string, background: string, index: number): string {
  const ground = luminance(background);
  const ink = contrast(ground, 1) > contrast(ground, luminance(dark)) - 3 ? '#ffffff' : dark;
  // Neighbours on a shelf get different marks, and a mark never drowns in its ground.
  const mark = marks[(index * 5) % marks.length];
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

/** Long names stand on two lines of about the same length. */
function breakName(name: string): readonly string[] {
  const spaces = [...name.matchAll(/ /g)].map(({index}) => index);
  if (name.length < 13 || spaces.length === 0) return [name];
  const middle = name.length / 2;
  const at = spaces.reduce((best, space) =>
    Math.abs(space - middle) < Math.abs(best - middle) ? space : best,
  );
  return [name.slice(0, at), name.slice(at + 1)];
}

function coinIcon(name: string): string {
  const hue = seededRandom('coin', name).below(360);
  const label = escapeHtml(name.slice(0, 4).toUpperCase());
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<circle cx="32" cy="32" r="32" fill="hsl(${hue} 60% 40%)"/><text x="32" y="38" text-anchor="middle" ` +
    `font-family="Helvetica,Arial,sans-serif" font-size="17" font-weight="700" fill="#fff">${label}</text></svg>`
  );
}

const dark = '#15181d';
const accents = [
  '#ffd166',
  '#80ffdb',
  '#ff9e80',
  '#a5d8ff',
  '#e0c3fc',
  '#c0f578',
  '#ffc2d4',
  '#c1121f',
  '#0057b8',
  '#00695c',
  '#6a1b9a',
  '#9a3f10',
  '#1b5e20',
  '#ad1457',
];

const petals = () =>
  [0, 60, 120, 180, 240, 300]
    .map(turn => `<ellipse cy="-23" rx="11" ry="17" transform="rotate(${turn})"/>`)
    .join('');

const leaf = (turn: number, fill: string) =>
  `<path d="M-3-3H-20A17 17 0 0 1-37-20V-37H-20A17 17 0 0 1-3-20Z" transform="rotate(${turn})"${fill && ` fill="${fill}"`}/>`;

/** Simple marks around the origin, about eighty units across. */
const marks: readonly ((accent: string, ink: string) => string)[] = [
  (accent, ink) => `<circle r="36" fill="${accent}"/><path d="M-36 0A36 36 0 0 1 36 0Z" fill="${ink}"/>`,
  (_, ink) => `<path d="M0-40 36 24H-36Z"/><path d="M0-8 18 24H-18Z" fill="${ink}"/>`,
  (_, ink) =>
    `<rect x="-36" y="-36" width="32" height="32" rx="8"/><rect x="4" y="4" width="32" height="32" rx="8"/><circle cx="20" cy="-20" r="16" fill="${ink}"/><circle cx="-20" cy="20" r="16" fill="${ink}"/>`,
  accent => `<g fill="none" stroke="${accent}" stroke-width="9"><circle r="35"/><circle r="17"/></g>`,
  (_, ink) =>
    `<path d="M0-40C24-18 34-2 34 10A34 34 0 0 1-34 10C-34-2-24-18 0-40Z"/><circle cy="12" r="13" fill="${ink}"/>`,
  (_, ink) => `<path d="M-40 30 -14-34 8 30Z"/><path d="M-4 30 18-14 40 30Z" fill="${ink}"/>`,
  (_, ink) => `${petals()}<circle r="9" fill="${ink}"/>`,
  (_, ink) =>
    `<rect x="-38" y="-8" width="14" height="44" rx="7"/><rect x="-16" y="-28" width="14" height="64" rx="7" fill="${ink}"/><rect x="6" y="-38" width="14" height="74" rx="7"/><rect x="28" y="-16" width="14" height="52" rx="7" fill="${ink}"/>`,
  (accent, ink) =>
    `<path d="M0-40 35-20V20L0 40-35 20V-20Z"/><path d="M0-18 16-9V9L0 18-16 9V-9Z" fill="${ink}" stroke="${accent}"/>`,
  (_, ink) => [0, 90, 180, 270].map(turn => leaf(turn, turn % 180 === 0 ? '' : ink)).join(''),
  accent =>
    `<path d="M-38 0Q-19-26 0 0T38 0M-38 22Q-19-4 0 22T38 22M-38-22Q-19-48 0-22T38-22" fill="none" stroke="${accent}" stroke-width="9" stroke-linecap="round"/>`,
  (_, ink) =>
    `<path d="M0-40 10-11 40-10 16 8 25 37 0 20-25 37-16 8-40-10-10-11Z"/><circle r="8" fill="${ink}"/>`,
];

/** Contrast of WCAG, from two luminances. */
function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance of WCAG, from a colour of three or six hex digits. */
function luminance(color: string): number {
  const hex = color.length === 4 ? [...color.slice(1)].map(digit => digit + digit).join('') : color.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(index => {
    const value = Number.parseInt(hex.slice(index, index + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
