import {html, nothing, type TemplateResult} from 'lit';

import {STEPS, type Step} from '../domain/checkout.js';
import type {Messages} from '../locales/en.js';
import {fresh} from './fresh.js';
import {backIcon} from './icons.js';

export interface TopBar {
  readonly step: Step;
  /** `undefined` if there is no way back. */
  readonly onBack: (() => void) | undefined;
  readonly isLocked: boolean;
  readonly messages: Messages;
}

/** Draws the way back, and how far the buyer has come. */
export function topBar({step, onBack, isLocked, messages}: TopBar): TemplateResult {
  const at = STEPS.indexOf(step);
  return html`<div class="top">
    ${
      onBack
        ? html`<button class="back" type="button" part="back" aria-label=${messages.back} ?disabled=${isLocked} @click=${onBack}>
            ${backIcon}
          </button>`
        : nothing
    }
    <div class="progress" part="progress">
      <ol aria-hidden="true">
        ${STEPS.map((_, index) => html`<li class=${index <= at ? 'reached' : ''}></li>`)}
      </ol>
      <span class="hidden-text">${fresh(messages.progress(at + 1, STEPS.length))}</span>
      <span>${fresh(messages.steps[step])}</span>
    </div>
  </div>`;
}

export interface Trail {
  readonly choice: string;
  /** `undefined` once an order exists. */
  readonly onChange: (() => void) | undefined;
  readonly isLocked: boolean;
  readonly messages: Messages;
}

/** Draws what was chosen so far, and the way to change it; `nothing` before there is a choice. */
export function trail({choice, onChange, isLocked, messages}: Trail): TemplateResult | typeof nothing {
  if (!choice) return nothing;
  return html`<div class="trail" part="trail">
    <span class="what number" translate="no">${fresh(choice)}</span>
    ${
      onChange
        ? html`<button type="button" class="quiet" ?disabled=${isLocked} @click=${onChange}>${messages.details.change}</button>`
        : nothing
    }
  </div>`;
}

/** Draws the footer, in which partners must show whose service it is. No landmark: a page may hold several checkouts. */
export function footer(
  {supportUrl, termsUrl}: {readonly supportUrl: string; readonly termsUrl: string},
  {poweredBy, terms, support}: Messages,
): TemplateResult {
  return html`<div class="foot">
    <slot name="footer"></slot>
    <a href="https://www.cryptorefills.com/" target="_blank" rel="noopener">${poweredBy}</a>
    <span class="links">
      <a href=${termsUrl} target="_blank" rel="noopener">${terms}</a>
      <a href=${supportUrl} target="_blank" rel="noopener">${support}</a>
    </span>
  </div>`;
}
