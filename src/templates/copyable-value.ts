import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';

/** Draws a value below its name as `shown`, and beside it a button that copies the bare `value`. */
export function copyableValue(
  label: string,
  value: string,
  {shown, messages}: {shown: unknown; messages: Messages},
): TemplateResult {
  return html`<div class="value">
    <span class="label">${label}</span>
    ${shown}
    <cr-copy-button exportparts="copy" .value=${value} label="${messages.payment.copy}: ${label}" .messages=${messages}></cr-copy-button>
  </div>`;
}
