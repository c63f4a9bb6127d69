import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';

import type {Brand} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {base} from '../styles/base.js';
import {mark} from '../styles/mark.js';
import {brandMark} from '../templates/brand-mark.js';
import {ask} from './ask-event.js';
import {styles} from './cr-brand-grid.styles.js';
import {nextTile} from './grid-keys.js';
import {given, inner} from './properties.js';

/** Tiles drawn at once: ten thousand brands never mean ten thousand nodes. */
const PAGE = 30;

/** Brands as tiles. One of them is in the tab order; arrow keys, Home and End move among them, Enter picks. */
export class CrBrandGrid extends LitElement {
  static override styles = [base, mark, styles];

  static override properties = {
    brands: given,
    messages: given,
    shown: inner,
    current: inner,
  };

  /** Nothing while they are on their way. */
  brands: readonly Brand[] | undefined;
  messages!: Messages;

  private shown = PAGE;
  /** The tile that the Tab key reaches. */
  private current = 0;

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('brands')) return;
    this.shown = PAGE;
    this.current = 0;
  }

  override render() {
    return this.brands ? this.#renderTiles(this.brands) : this.#renderSkeleton();
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="grid" aria-busy="true">
      <span class="hidden-text" role="status">${this.messages.loading}</span>
      <p class="slow">${this.messages.slow}</p>
      ${Array.from(
        {length: 10},
        () =>
          html`<div class="tile waiting"><div class="skeleton"></div><div class="skeleton line"></div></div>`,
      )}
    </div>`;
  }

  #renderTiles(brands: readonly Brand[]): TemplateResult {
    const left = brands.length - this.shown;
    return html`<ul class="grid" @keydown=${this.#onKey} @focusin=${this.#onFocus}>
        ${brands.slice(0, this.shown).map((brand, index) => html`<li>${this.#renderTile(brand, index)}</li>`)}
      </ul>
      ${
        left > 0
          ? html`<button type="button" class="secondary more" part="action" @click=${this.#onMore}>
              ${this.messages.brand.more(Math.min(left, PAGE))}
            </button>`
          : nothing
      }`;
  }

  /** Without white space between the tags: it would be a text node in every tile. */
  #renderTile(brand: Brand, index: number): TemplateResult {
    return html`<button
      type="button"
      part="brand"
      class="tile"
      tabindex=${index === this.current ? 0 : -1}
      aria-disabled=${brand.outOfStock ? 'true' : 'false'}
      @click=${() => this.#onPick(brand)}
      >${keyed(brand.logoBaseUrl, brandMark(brand))}<span
        ><span class="name" title=${brand.name}>${brand.name}</span
        ><span class="price number">${this.#priceLabel(brand)}</span></span
      ></button
    >`;
  }

  #priceLabel({outOfStock, lowest, highest, kind}: Brand): string {
    const {brand: texts} = this.messages;
    if (outOfStock) return texts.outOfStock;
    if (lowest && highest && lowest !== highest) return texts.between(lowest, highest);
    return lowest ?? highest ?? texts.kinds[kind];
  }

  get #tiles(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.tile')];
  }

  #onFocus(event: Event) {
    this.current = Math.max(0, this.#tiles.indexOf(event.target as HTMLElement));
  }

  #onKey(event: KeyboardEvent) {
    const tile = nextTile(event, this.#tiles, getComputedStyle(this).direction === 'rtl');
    if (!tile) return;
    event.preventDefault();
    tile.focus();
  }

  #onMore() {
    this.current = this.shown;
    this.shown += PAGE;
    void this.updateComplete.then(() => this.#tiles[this.current]?.focus());
  }

  #onPick(brand: Brand) {
    if (!brand.outOfStock) ask(this, {type: 'pick-brand', brand});
  }
}
