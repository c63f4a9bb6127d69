import {html, type TemplateResult} from 'lit';

import {sentence} from './fresh.js';

/** Something that the buyer can do, and what it is called. */
export interface Action {
  readonly label: string;
  readonly act: () => unknown;
}

/** Draws a button, as controls.ts styles it. */
export function actionButton(
  look: 'primary' | 'secondary' | 'quiet',
  part: string,
  {label, act}: Action,
): TemplateResult {
  return html`<button type="button" class=${look} part=${part} @click=${act}>${sentence(label)}</button>`;
}
