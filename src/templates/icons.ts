import {html} from 'lit';

/** Draws a path in the colour of the text around it. */
const icon = (path: string) => html`<svg class="icon" viewBox="0 0 20 20" fill="none" stroke="currentColor"
  stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
  <path d=${path}></path>
</svg>`;

export const backIcon = icon('M12 4.5 6.5 10l5.5 5.5');
export const chevronIcon = icon('m5.5 8 4.5 4.5L14.5 8');
export const searchIcon = icon('M14.2 9a5.2 5.2 0 1 1-10.4 0 5.2 5.2 0 0 1 10.4 0ZM13 13l3.5 3.5');
export const clearIcon = icon('m5.5 5.5 9 9m0-9-9 9');
export const checkIcon = icon('m4.5 10.5 3.7 3.7 7.3-8');
export const clockIcon = icon('M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM10 6.5V10l2.5 1.5');
export const copyIcon = icon('M7 7h9v9H7zM13 7V4H4v9h3');
export const warningIcon = icon('M10 3.5 17.5 16h-15ZM10 8.5v3.2m0 2.2v.1');
export const eyeIcon = icon(
  'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5ZM12 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
);
