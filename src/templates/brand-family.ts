import {html, nothing, type TemplateResult} from 'lit';

import {groupsOf} from '../domain/product-choice.js';
import type {Brand, ProductGroup} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {fresh} from './fresh.js';

export interface BrandFamily {
  readonly brand: Brand;
  /** Everything that the API lists under the brand's family name. */
  readonly groups: readonly ProductGroup[];
  readonly messages: Messages;
  readonly onPick: (brand: Brand) => void;
}

/** Draws a button for each other brand of a family that has something to sell; `nothing` if there is none. */
export function brandFamily({brand, groups, messages, onPick}: BrandFamily): TemplateResult | typeof nothing {
  const own = groupsOf(groups, brand);
  const others = groups.filter(
    group => !own.includes(group) && group.products.length > 0 && !group.outOfStock,
  );
  if (others.length === 0) return nothing;
  return html`<p class="family">
    <span class="label">${messages.quote.alsoFrom(brand.family)}</span>
    ${others.map(
      ({brandId = '', brandName}) => html`<button type="button" class="quiet" part="action" translate="no"
        @click=${() => onPick({...brand, id: brandId, name: brandName})}>
        ${fresh(brandName)}
      </button>`,
    )}
  </p>`;
}
