import {html, type TemplateResult} from 'lit';

import type {Messages} from '../locales/en.js';

/** Draws a button that copies a bare value; `label` names it. */
export function copyButton(
  label: string,
  value: string,
  {name = 'copy', messages}: {name?: string; messages: Messages},
): TemplateResult {
  return html`<cr-copy-button exportparts=${name} .name=${name} .value=${value} .label=${label}
    .messages=${messages}></cr-copy-button>`;
}

/** Draws a value below its name as `shown`, and beside it a button that copies the bare `value`. */
export function copyableValue(
  label: string,
  value: string,
  {shown, messages}: {shown: unknown; messages: Messages},
): TemplateResult {
  return html`<div class="value">
    <span class="label">${label}</span>
    ${shown}
    ${copyButton(label, value, {messages})}
  </div>`;
}
