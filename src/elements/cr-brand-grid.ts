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

/** Tiles on a page: ten thousand brands never mean ten thousand nodes. */
const PAGE = 30;

/** Tiles in the first drawing, about what a phone shows; the others follow when those are on screen. */
const FIRST = 12;

/** Brands as tiles. One of them is in the tab order; arrow keys, Home and End move among them, Enter picks. */
export class CrBrandGrid extends LitElement {
  static override styles = [base, mark, styles];

  static override properties = {
    brands: given,
    messages: given,
    from: inner,
    shown: inner,
    current: inner,
  };

  /** Nothing while they are on their way. */
  brands: readonly Brand[] | undefined;
  messages!: Messages;

  /** Where the page begins. */
  private from = 0;
  private shown = FIRST;
  /** The tile of the page that the Tab key reaches. */
  private current = 0;

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('brands')) return;
    this.from = 0;
    this.shown = FIRST;
    this.current = 0;
  }

  override updated() {
    if (this.shown === PAGE || !this.brands) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.shown = PAGE;
    }, 50);
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
    const {from} = this;
    const left = brands.length - from - PAGE;
    const page = brands.slice(from, from + this.shown);
    return html`<ul class="grid" @keydown=${this.#onKey} @focusin=${this.#onFocus}>
        ${page.map((brand, index) => html`<li>${this.#renderTile(brand, index)}</li>`)}
      </ul>
      <div class="pages">
        ${from > 0 ? this.#renderTurn(this.messages.brand.previous, from - PAGE) : nothing}
        ${left > 0 ? this.#renderTurn(this.messages.brand.more(Math.min(left, PAGE)), from + PAGE) : nothing}
      </div>`;
  }

  #renderTurn(label: string, from: number): TemplateResult {
    return html`<button type="button" class="secondary" part="action" @click=${() => this.#onTurn(from)}>${label}</button>`;
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
        ><span class="name" title=${brand.name}>${brand.name}</span> <span class="price number">${this.#priceLabel(brand)}</span></span
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

  #onTurn(from: number) {
    this.from = from;
    this.current = 0;
    void this.updateComplete.then(() => {
      this.#tiles[0]?.focus();
      this.#tiles[0]?.scrollIntoView({block: 'center'});
    });
  }

  #onPick(brand: Brand) {
    if (!brand.outOfStock) ask(this, {type: 'pick-brand', brand});
  }
}
