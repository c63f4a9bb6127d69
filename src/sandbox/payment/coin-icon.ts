import {escapeHtml} from '../support/html.js';
import {seededRandom} from '../support/seeded-random.js';

/** A coin in its own colour and shape, drawn on a disc of 64 by 64. */
interface Coin {
  readonly color: string;
  /** Path that is drawn as a line. */
  readonly line?: string;
  /** Path that is filled. */
  readonly area?: string;
  /** Colour of both. Default: white. */
  readonly ink?: string;
}

const dollar = 'M32 15v34M39 25c-2-6-14-6-14 1s14 5 14 12-12 7-14 1';
const brackets = 'M24 12a21 21 0 0 0 0 40M40 12a21 21 0 0 1 0 40';
const usdc: Coin = {color: '#2775ca', line: `${dollar}${brackets}`};

/** Drawings by the name of the coin in small letters. Any other is a disc with its first letters. */
const drawings: Readonly<Record<string, Coin>> = {
  bnb: {
    color: '#f3ba2f',
    area: 'M32 14l7 7-7 7-7-7zM32 36l7 7-7 7-7-7zM21 25l7 7-7 7-7-7zM43 25l7 7-7 7-7-7zM32 27l5 5-5 5-5-5z',
  },
  btc: {
    color: '#f7931a',
    line: 'M26 18h9c10 0 10 13 1 13h-9 10c11 0 10 15-1 15H24M27 18v28M30 12v6M37 12v6M30 46v6M37 46v6',
  },
  dai: {color: '#f5ac37', line: 'M22 17h9c22 0 22 30 0 30h-9zM15 28h34M15 36h34'},
  doge: {color: '#c2a633', line: 'M25 17h7c20 0 20 30 0 30h-7zM18 32h15'},
  eth: {
    color: '#627eea',
    area: 'M32 9l14 23-14 8-14-8zM32 44l14-8-14 20-14-20z',
  },
  euroc: {color: '#0b53bf', line: `M40 24a10 11 0 1 0 0 16M22 29h14M22 35h14${brackets}`},
  fdusd: {color: '#111', line: 'M25 47V18h16M25 31h12'},
  gram: {color: '#0098ea', line: 'M17 21h30L32 48zM32 21v27'},
  ltc: {color: '#345d9d', line: 'M33 14l-8 33h19M21 36l18-6'},
  pol: {color: '#8247e5', line: 'M24 22l8 5v10l-8 5-8-5V27zM40 22l8 5v10l-8 5-8-5V27z'},
  pyusd: {color: '#0070e0', line: 'M25 49l5-33h8c11 0 9 18-3 18h-7'},
  sol: {color: '#121212', ink: '#3fe0b0', area: 'M20 18h30l-6 7H14zM14 29h30l6 7H20zM20 40h30l-6 7H14z'},
  sui: {
    color: '#4da2ff',
    line: 'M32 12c9 12 15 18 13 27a13 13 0 0 1-26 0c-2-9 4-15 13-27zM21 38c8-6 14 5 23 0',
  },
  trx: {color: '#eb0029', line: 'M15 17l29 6 7 8-21 21zM30 52l3-23 18 2M15 17l18 12 11-6'},
  usdc,
  'usdc.e': usdc,
  usdt: {color: '#26a17b', line: 'M19 19h26M32 19v31M32 27c-24 0-24 9 0 9s24-9 0-9'},
  wld: {color: '#111', line: 'M32 14a18 18 0 1 0 .1 0zM14 32h36M42 24H32c-10 0-10 16 0 16h10'},
};

/** Returns the SVG of a coin, of a network by its coin, or of a payment via. */
export function coinIcon(name: string): string {
  const drawing = Object.hasOwn(drawings, name) ? drawings[name] : undefined;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `${drawing ? drawn(drawing) : lettered(name)}</svg>`
  );
}

function drawn({color, line, area, ink = '#fff'}: Coin): string {
  const disc = `<circle cx="32" cy="32" r="32" fill="${color}"/>`;
  const filled = area ? `<path fill="${ink}" d="${area}"/>` : '';
  const lined = line
    ? `<path fill="none" stroke="${ink}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" d="${line}"/>`
    : '';
  return disc + filled + lined;
}

function lettered(name: string): string {
  const hue = seededRandom('coin', name).below(360);
  const label = escapeHtml(name.slice(0, 4).toUpperCase());
  return (
    `<circle cx="32" cy="32" r="32" fill="hsl(${hue} 60% 40%)"/><text x="32" y="38" text-anchor="middle" ` +
    `font-family="Helvetica,Arial,sans-serif" font-size="17" font-weight="700" fill="#fff">${label}</text>`
  );
}
