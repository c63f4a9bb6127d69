import {html, LitElement, nothing, type PropertyValues, render, type TemplateResult} from 'lit';

import type {Brand} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {controls} from '../../styles/controls.js';
import {feedback} from '../../styles/feedback.js';
import {mark} from '../../styles/mark.js';
import {reset} from '../../styles/reset.js';
import {text} from '../../styles/text.js';
import {actionButton} from '../../templates/action-button.js';
import {brandMark} from '../../templates/brand-mark.js';
import {fresh} from '../../templates/fresh.js';
import {waiting} from '../../templates/waiting.js';
import {styles} from './cr-brand-grid.styles.js';
import {nextTile} from './grid-keys.js';
import {reactive} from './reactive.js';

/** Tiles on a page: ten thousand brands never mean ten thousand nodes. */
const PAGE = 30;

/** Tiles in the first drawing, about what a phone shows; the others follow by and by, so that no key waits for them. */
const FIRST = 12;
const STEP = 6;

/** Milliseconds from one drawing to the next. */
const DRAWING_GAP = 200;
/** Milliseconds after which a search result is taken to stay. */
const TYPING_PAUSE = 300;

/** A brand that is never shown. */
const SAMPLE: Brand = {
  id: '',
  name: 'Sample',
  family: 'Sample',
  country: 'US',
  kind: 'giftcard',
  categories: [],
  outOfStock: false,
  popular: false,
};

/** Reports that a brand was picked. It does not bubble. */
export class PickBrandEvent extends Event {
  readonly brand: Brand;

  constructor(brand: Brand) {
    super('cr-pick-brand');
    this.brand = brand;
  }
}

/**
 * Brands as tiles, a page at a time. One of them is in the tab order; arrow keys, Home and End move among them, Enter picks.
 * Fires `PickBrandEvent`.
 */
export class CrBrandGrid extends LitElement {
  static override properties = reactive('brands messages', 'from shown current isTyping refused');
  static override styles = [reset, text, controls, feedback, mark, styles];

  /** `undefined` while they are loading. */
  brands: readonly Brand[] | undefined;
  messages!: Messages;

  /** Index of the first brand on the page. */
  private from = 0;
  private shown = FIRST;
  /** The tile of the page that the Tab key reaches. */
  private current = 0;
  /** The buyer is typing: logos of brands that the next letter may take away are not fetched. */
  private isTyping = false;
  /** The brand that was pressed although it is sold out. */
  private refused: Brand | undefined;

  /** Brands whose logos are drawn, by tile. */
  #pictured: (Brand | undefined)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('brands')) return;
    this.from = 0;
    this.shown = FIRST;
    this.current = 0;
    this.refused = undefined;
    this.isTyping = changed.get('brands') !== undefined;
  }

  override updated() {
    clearTimeout(this.#timer);
    if (this.isConnected)
      this.#timer = setTimeout(() => this.#goOn(), this.isTyping ? TYPING_PAUSE : DRAWING_GAP);
  }

  /** Does what was put off while the buyer typed or the last tiles were drawn. */
  #goOn() {
    if (this.isTyping) this.isTyping = false;
    else if (!this.brands) this.#prepareTiles();
    else if (this.shown < PAGE) this.shown += STEP;
  }

  /** Moves the focus to the tile that the Tab key reaches. */
  override focus(options?: FocusOptions) {
    this.#tiles[this.current]?.focus(options);
  }

  /** Draws a tile aside while the brands are loading, so that they do not wait for what a first tile costs once. */
  #prepareTiles() {
    render(this.#renderTiles([SAMPLE]), document.createDocumentFragment());
  }

  override render() {
    return this.brands ? this.#renderTiles(this.brands) : this.#renderSkeleton();
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="grid" aria-busy="true">
      ${waiting(this.messages)}
      ${Array.from(
        {length: 10},
        () => html`<div class="tile"><div class="skeleton"></div><div class="skeleton line"></div></div>`,
      )}
    </div>`;
  }

  #renderTiles(brands: readonly Brand[]): TemplateResult {
    const {from, refused} = this;
    const left = brands.length - from - PAGE;
    const page = brands.slice(from, from + this.shown);
    return html`<ul class="grid" @keydown=${this.#onKey} @focusin=${this.#onFocus}>
        ${page.map((brand, index) => html`<li>${this.#renderTile(brand, index)}</li>`)}
      </ul>
      <div class="pages">
        ${from > 0 ? this.#renderTurn(this.messages.brand.previous, from - PAGE) : nothing}
        ${left > 0 ? this.#renderTurn(this.messages.brand.more(Math.min(left, PAGE)), from + PAGE) : nothing}
      </div>
      <p class="hidden-text" role="status">${refused ? this.messages.brand.soldOut(refused.name) : nothing}</p>`;
  }

  #renderTurn(label: string, from: number): TemplateResult {
    return actionButton('secondary', 'action', {label, act: () => this.#onTurn(from)});
  }

  /** Without white space between the tags: it would be a text node in every tile. */
  #renderTile(brand: Brand, index: number): TemplateResult {
    return html`<button type="button" part="brand" class="tile" tabindex=${index === this.current ? 0 : -1}
      aria-disabled=${brand.outOfStock} @click=${() => this.#onPick(brand)}
      >${brandMark(brand, this.#isLogoDue(brand, index))}<span
        ><span class="name number" title=${brand.name} translate="no">${fresh(brand.name)}</span> <span
          class="price number">${fresh(this.#priceLabel(brand))}</span></span></button>`;
  }

  #isLogoDue(brand: Brand, index: number): boolean {
    const isDue = !this.isTyping || this.#pictured[index] === brand;
    this.#pictured[index] = isDue ? brand : undefined;
    return isDue;
  }

  #priceLabel(brand: Brand): string {
    const {brand: texts} = this.messages;
    const {outOfStock, lowest, highest, kind, name} = brand;
    if (outOfStock) return brand === this.refused ? texts.soldOut(name) : texts.outOfStock;
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

  /** A brand that is sold out can be reached and pressed, which tells everybody why it cannot be picked (aria-disabled). */
  #onPick(brand: Brand) {
    if (brand.outOfStock) this.refused = brand;
    else this.dispatchEvent(new PickBrandEvent(brand));
  }
}
