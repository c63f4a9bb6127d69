import {escapeHtml} from '../support/html.js';
import {seededRandom} from '../support/seeded-random.js';

/** Returns the SVG of a coin, network or payment via, drawn from its name. */
export function coinIcon(name: string): string {
  const hue = seededRandom('coin', name).below(360);
  const label = escapeHtml(name.slice(0, 4).toUpperCase());
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<circle cx="32" cy="32" r="32" fill="hsl(${hue} 60% 40%)"/><text x="32" y="38" text-anchor="middle" ` +
    `font-family="Helvetica,Arial,sans-serif" font-size="17" font-weight="700" fill="#fff">${label}</text></svg>`
  );
}
