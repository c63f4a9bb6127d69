import {html, nothing, type TemplateResult} from 'lit';

import {fixedProducts, rangeProducts} from '../domain/product-choice.js';
import type {Product} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {faceLabel} from '../locales/face-label.js';
import {fiatAmount} from '../locales/format.js';
import {fresh} from './fresh.js';

export interface DenominationChoice {
  /** Plans are sold, such as `5 GB 30 days`, rather than amounts. */
  readonly isPlan: boolean;
  readonly products: readonly Product[];
  readonly chosen: Product | undefined;
  readonly messages: Messages;
  readonly language: string;
  readonly onPick: (product: Product) => void;
}

/** Draws the products of a brand as one group of radio buttons; `nothing` if the only product is a free amount. */
export function denominationChoice(choice: DenominationChoice): TemplateResult | typeof nothing {
  const {isPlan, products, messages, language} = choice;
  const fixed = fixedProducts(products);
  const ranges = rangeProducts(products);
  if (fixed.length === 0 && ranges.length < 2) return nothing;
  const isWide = fixed.some(product => faceLabel(product, language).length > 10);
  return html`<fieldset>
    <legend class="label">${isPlan ? messages.quote.plans : messages.quote.denominations}</legend>
    <div class="denominations ${isWide ? 'wide' : ''}">
      ${fixed.map(product => denomination(choice, product, faceLabel(product, language)))}
      ${ranges.map(product => {
        const {min, max, currency} = product;
        return denomination(
          choice,
          product,
          `${fiatAmount(min, currency, language)} – ${fiatAmount(max, currency, language)}`,
        );
      })}
    </div>
  </fieldset>`;
}

function denomination(
  {products, chosen, messages, onPick}: DenominationChoice,
  product: Product,
  label: string,
): TemplateResult {
  const isMixed = products.some(other => other.deliveredTo !== product.deliveredTo);
  const {toPhone, toEmail} = messages.quote;
  return html`<label class="denomination" part="denomination">
    <input type="radio" name="denomination" .checked=${product.id === chosen?.id} @change=${() => onPick(product)} />
    <span class="value number" translate="no">${fresh(label)}</span>
    ${isMixed ? html`<span class="small muted">${product.deliveredTo === 'phone' ? toPhone : toEmail}</span>` : nothing}
    ${
      product.shape === 'fixed' && product.coinAmount && product.coin
        ? html`<span class="small muted number" translate="no">${fresh(`${product.coinAmount} ${product.coin}`)}</span>`
        : nothing
    }
  </label>`;
}
