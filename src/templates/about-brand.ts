import {html, nothing, type TemplateResult} from 'lit';

import type {BrandTexts} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {richText} from './rich-text.js';

export interface AboutBrand {
  readonly about: BrandTexts;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly messages: Messages;
}

/** Draws what a buyer can read before paying: where and how it is redeemed, and the terms; `nothing` if there is no text. */
export function aboutBrand({about, isOpen, onToggle, messages}: AboutBrand): TemplateResult | typeof nothing {
  const {quote, done, terms} = messages;
  const {plainTerms} = about;
  const sections = [
    ['', about.description],
    [quote.geo, about.geo],
    [done.instructions, about.howToRedeem],
    [terms, about.terms],
    ['', about.note],
    [terms, plainTerms],
  ].filter(([, source]) => source);
  if (sections.length === 0) return nothing;
  return html`<details class="about" part="about" ?open=${isOpen}
    @toggle=${({target}: Event) => onToggle((target as HTMLDetailsElement).open)}>
    <summary>${quote.about}</summary>
    ${
      isOpen
        ? html`<div class="prose" dir="auto">
            ${sections.map(
              ([label, source = '']) =>
                html`${label && html`<bdi class="label">${label}</bdi>`}
                  <div class="source" lang=${about.locale ?? nothing}>
                    ${source === plainTerms ? html`<p class="plain">${source}</p>` : richText(source)}
                  </div>`,
            )}
          </div>`
        : nothing
    }
  </details>`;
}
