/** Draws SVG elements in two colours; `accent` is the inherited fill. */
export type LogoMark = (accent: string, ink: string) => string;

const petals = () =>
  [0, 60, 120, 180, 240, 300]
    .map(turn => `<ellipse cy="-23" rx="11" ry="17" transform="rotate(${turn})"/>`)
    .join('');

const leaf = (turn: number, fill: string) =>
  `<path d="M-3-3H-20A17 17 0 0 1-37-20V-37H-20A17 17 0 0 1-3-20Z" transform="rotate(${turn})"${fill && ` fill="${fill}"`}/>`;

/** Simple shapes around the origin, about 80 units wide. */
export const logoMarks: readonly LogoMark[] = [
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
