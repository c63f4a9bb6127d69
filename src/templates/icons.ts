import {svg, type TemplateResult} from 'lit';

const icon = (
  shape: TemplateResult,
) => svg`<svg class="icon" viewBox="0 0 20 20" fill="none" stroke="currentColor"
  stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const backIcon = icon(svg`<path d="M12 4.5 6.5 10l5.5 5.5"/>`);
export const chevronIcon = icon(svg`<path d="m5.5 8 4.5 4.5L14.5 8"/>`);
export const searchIcon = icon(svg`<circle cx="9" cy="9" r="5.2"/><path d="m13 13 3.5 3.5"/>`);
export const clearIcon = icon(svg`<path d="m5.5 5.5 9 9m0-9-9 9"/>`);
export const checkIcon = icon(svg`<path d="m4.5 10.5 3.7 3.7 7.3-8"/>`);
export const copyIcon = icon(
  svg`<rect x="7" y="7" width="9" height="9" rx="2"/><path d="M13 7V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v5a2 2 0 0 0 2 2h1"/>`,
);
export const warningIcon = icon(svg`<path d="M10 3.5 17.5 16h-15L10 3.5Z"/><path d="M10 8.5v3.2m0 2.2v.1"/>`);
export const eyeIcon = icon(
  svg`<path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Z"/><circle cx="10" cy="10" r="2.2"/>`,
);
