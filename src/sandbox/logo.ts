import type {Catalogue} from './catalogue/catalogue.js';
import {digitsOf} from './random.js';
import {escapeHtml} from './rich-text.js';

/** The mark of a brand as SVG, drawn from its name: browsers go by the content type, not by the `.webp` of the path. */
export function logo(catalogue: Catalogue, slug: string): Response | undefined {
  const brand = [...catalogue.values()]
    .flatMap(shelf => shelf.brands)
    .find(candidate => candidate.logo === slug);
  const coin = /^coin-(.+)$/.exec(slug)?.[1];
  if (!brand && !coin) return undefined;
  const svg = brand ? brandLogo(brand.name, brand.color) : coinIcon(coin ?? '');
  return new Response(svg, {
    headers: {'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400'},
  });
}

function brandLogo(name: string, background: string): string {
  const isDark = luminance(background) < 0.4;
  const ink = isDark ? '#fff' : '#15181d';
  const digits = digitsOf('logo', name);
  const accents = isDark ? lightAccents : darkAccents;
  const accent = accents[digits.below(accents.length)] ?? ink;
  const mark = marks[digits.below(marks.length)] ?? marks[0];
  const size = Math.min(38, Math.floor(430 / Math.max(name.length, 6)));
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 190" width="300" height="190">' +
    `<g transform="translate(150 76)" fill="${accent}" stroke="${accent}" stroke-width="0">${mark?.(accent, ink)}</g>` +
    `<text x="150" y="152" text-anchor="middle" font-family="Inter,'Helvetica Neue',Helvetica,Arial,'DejaVu Sans',sans-serif" ` +
    `font-size="${size}" font-weight="700" letter-spacing="-.5" fill="${ink}">${escapeHtml(name)}</text></svg>`
  );
}

function coinIcon(name: string): string {
  const hue = digitsOf('coin', name).below(360);
  const label = escapeHtml(name.slice(0, 4).toUpperCase());
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<circle cx="32" cy="32" r="32" fill="hsl(${hue} 60% 40%)"/><text x="32" y="38" text-anchor="middle" ` +
    `font-family="Helvetica,Arial,sans-serif" font-size="17" font-weight="700" fill="#fff">${label}</text></svg>`
  );
}

const lightAccents = ['#ffd166', '#80ffdb', '#ff9e80', '#a5d8ff', '#e0c3fc', '#c0f578', '#ffc2d4'];
const darkAccents = ['#c1121f', '#0057b8', '#00695c', '#6a1b9a', '#b3541e', '#1b5e20', '#ad1457'];

const petals = () =>
  [0, 60, 120, 180, 240, 300]
    .map(turn => `<ellipse cy="-23" rx="11" ry="17" transform="rotate(${turn})"/>`)
    .join('');

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
  (_, ink) =>
    `<path d="M-36-36H8A28 28 0 0 1 8 20H-36Z"/><circle cx="6" cy="-8" r="12" fill="${ink}"/><rect x="-36" y="20" width="16" height="18"/>`,
  accent =>
    `<path d="M-38 8Q-19-24 0 8T38 8M-38 30Q-19-2 0 30T38 30M-38-14Q-19-46 0-14T38-14" fill="none" stroke="${accent}" stroke-width="9" stroke-linecap="round"/>`,
  (_, ink) =>
    `<path d="M0-40 10-11 40-10 16 8 25 37 0 20-25 37-16 8-40-10-10-11Z"/><circle r="8" fill="${ink}"/>`,
];

/** Relative luminance of WCAG, from a colour of three or six hex digits. */
function luminance(color: string): number {
  const hex = color.length === 4 ? [...color.slice(1)].map(digit => digit + digit).join('') : color.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(index => {
    const value = Number.parseInt(hex.slice(index, index + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
