import {Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';

import type {Api} from '../api/client.js';
import {ApiError} from '../api/errors.js';
import {categoriesOf, filterBrands, findBrand, ofKinds} from '../domain/brand-list.js';
import type {Draft} from '../domain/checkout.js';
import {COUNTRIES} from '../domain/countries.js';
import type {Brand, ProductKind} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {countryName} from '../locales/format.js';
import {base} from '../styles/base.js';
import {mark} from '../styles/mark.js';
import {brandMark} from '../templates/brand-mark.js';
import {selectField} from '../templates/field.js';
import {chevronIcon, clearIcon, searchIcon} from '../templates/icons.js';
import {problemNotice, quietNotice} from '../templates/notice.js';
import {ask} from './ask-event.js';
import {styles} from './cr-brand-step.styles.js';
import {given, inner} from './properties.js';
import {failureCode, reported} from './reported.js';

/** Tiles drawn at once: more would only slow a cheap phone down. */
const PAGE = 60;

/** First step: the brands that a country offers. */
export class CrBrandStep extends LitElement {
  static override styles = [base, mark, styles];

  static override properties = {
    api: given,
    draft: given,
    kinds: given,
    isCountryLocked: given,
    preselected: {},
    messages: given,
    language: {},
    shown: inner,
    missing: inner,
  };

  api!: Api;
  draft!: Draft;
  kinds: readonly ProductKind[] = [];
  isCountryLocked = false;
  /** Brand that the page asks for: picked as soon as the listing is here, if it is on sale. */
  preselected = '';
  messages!: Messages;
  language = 'en';

  private shown = PAGE;
  private missing = '';

  #brands = new Task(this, {
    args: () => [this.api, this.draft.country] as const,
    task: async ([api, country], {signal}) => {
      const brands = await reported(this, api.listBrands(country, signal));
      if (brands.length === 0) {
        const error = new ApiError('catalogue_empty', `The listing of ${country} holds no brands.`);
        ask(this, {type: 'failed', error});
      }
      this.#preselect(brands);
      return brands;
    },
  });

  #preselect(brands: readonly Brand[]) {
    const name = this.preselected;
    if (name) {
      const brand = findBrand(brands, name);
      if (brand && !brand.outOfStock) {
        ask(this, {type: 'preselect-brand', brand});
        return;
      }
      this.missing = name;
      const error = new ApiError(
        'not_on_sale',
        `The preselected brand "${name}" is not on sale in ${this.draft.country}.`,
      );
      ask(this, {type: 'failed', error});
    }
    ask(this, {type: 'ready'});
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('draft');
    if (before && (before.search !== this.draft.search || before.category !== this.draft.category))
      this.shown = PAGE;
    if (before && before.country !== this.draft.country) this.missing = '';
  }

  override updated(changed: PropertyValues<this>) {
    const isAskedLate = changed.has('preselected') && this.#brands.status === TaskStatus.COMPLETE;
    if (isAskedLate && this.preselected) this.#preselect(this.#brands.value ?? []);
  }

  override render() {
    return html`<div class="stack">
      ${this.#renderControls()} ${this.missing && this.#renderMissing()} ${this.#renderBrands()}
    </div>`;
  }

  #renderControls(): TemplateResult {
    const {brand} = this.messages;
    const {search} = this.draft;
    return html`<div class="controls">
      <div class="search">
        ${searchIcon}
        <input
          class="input"
          part="search"
          type="search"
          aria-label=${brand.search}
          placeholder=${brand.search}
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          .value=${live(search)}
          @input=${this.#onSearch}
        />
        ${
          search
            ? html`<button class="clear" type="button" aria-label=${brand.clearSearch} @click=${this.#onClear}>${clearIcon}</button>`
            : nothing
        }
      </div>
      ${this.isCountryLocked ? nothing : this.#renderCountry()}
    </div>`;
  }

  #renderCountry(): TemplateResult {
    const {country} = this.draft;
    const codes = COUNTRIES.includes(country) ? COUNTRIES : [country, ...COUNTRIES];
    const options = codes
      .map(value => ({value, label: countryName(value, this.language)}))
      .sort((a, b) => a.label.localeCompare(b.label, this.language));
    return selectField({
      name: 'country',
      label: this.messages.brand.country,
      isLabelHidden: true,
      value: country,
      options,
      icon: chevronIcon,
      onPick: value => ask(this, {type: 'enter', draft: {country: value, category: ''}}),
    });
  }

  #renderMissing(): TemplateResult {
    return problemNotice(
      this.messages.brand.notOnSale(this.missing, countryName(this.draft.country, this.language)),
    );
  }

  #renderBrands() {
    return this.#brands.render({
      initial: () => this.#renderSkeleton(),
      pending: () => this.#renderSkeleton(),
      complete: brands => this.#renderListing(brands),
      error: error => this.#renderFailure(error),
    });
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

  #renderFailure(error: unknown) {
    const code = failureCode(error);
    if (!code) return this.#renderSkeleton();
    return problemNotice(this.messages.errors[code], [
      {label: this.messages.retry, isRetry: true, act: () => this.#brands.run()},
    ]);
  }

  #renderListing(brands: readonly Brand[]) {
    const {brand: texts} = this.messages;
    const offered = ofKinds(brands, this.kinds);
    if (offered.length === 0) {
      const again = {label: this.messages.retry, isRetry: true, act: () => this.#brands.run()};
      return html`${problemNotice(texts.noBrands(countryName(this.draft.country, this.language)), [again])}<slot name="empty"></slot>`;
    }
    const found = filterBrands(brands, {...this.draft, kinds: this.kinds});
    return html`${this.#renderCategories(offered)}
      <p class="hidden-text" role="status">${texts.count(found.length)}</p>
      ${found.length === 0 ? this.#renderNoMatch() : this.#renderGrid(found)}`;
  }

  #renderCategories(brands: readonly Brand[]) {
    const {brand: texts} = this.messages;
    const categories = categoriesOf(brands);
    if (categories.length < 2) return nothing;
    return html`<div class="categories" role="group" aria-label=${texts.categories}>
      ${['', ...categories].map(
        category => html`<button
          type="button"
          part="category"
          aria-pressed=${category === this.draft.category ? 'true' : 'false'}
          @click=${() => ask(this, {type: 'enter', draft: {category}})}
        >
          ${category ? this.#categoryName(category) : texts.all}
        </button>`,
      )}
    </div>`;
  }

  #categoryName(category: string): string {
    const names = this.messages.brand.categoryNames;
    const spelled = category.replace(/[_-]+/g, ' ');
    return Object.hasOwn(names, category)
      ? (names[category] ?? spelled)
      : spelled.charAt(0).toUpperCase() + spelled.slice(1);
  }

  #renderNoMatch(): TemplateResult {
    const {brand: texts} = this.messages;
    return html`${quietNotice(texts.noMatch(this.draft.search), [
      {label: texts.showAll, act: () => ask(this, {type: 'enter', draft: {search: '', category: ''}})},
    ])}<slot name="empty"></slot>`;
  }

  #renderGrid(brands: readonly Brand[]): TemplateResult {
    const left = brands.length - this.shown;
    return html`<ul class="grid">
        ${brands.slice(0, this.shown).map(brand => html`<li>${this.#renderTile(brand)}</li>`)}
      </ul>
      ${
        left > 0
          ? html`<button type="button" class="secondary more" @click=${this.#onMore}>
              ${this.messages.brand.more(Math.min(left, PAGE))}
            </button>`
          : nothing
      }`;
  }

  #renderTile(brand: Brand): TemplateResult {
    return html`<button
      type="button"
      part="brand"
      class="tile"
      aria-disabled=${brand.outOfStock ? 'true' : 'false'}
      @click=${() => this.#onPick(brand)}
    >
      ${keyed(brand.logoBaseUrl, brandMark(brand))}
      <span>
        <span class="name" title=${brand.name}>${brand.name}</span>
        <span class="price number">${this.#priceLabel(brand)}</span>
      </span>
    </button>`;
  }

  #priceLabel({outOfStock, lowest, highest, kind}: Brand): string {
    const {brand: texts} = this.messages;
    if (outOfStock) return texts.outOfStock;
    if (lowest && highest && lowest !== highest) return texts.between(lowest, highest);
    return lowest ?? highest ?? texts.kinds[kind];
  }

  #onSearch(event: Event) {
    ask(this, {type: 'enter', draft: {search: (event.target as HTMLInputElement).value}});
  }

  #onClear() {
    ask(this, {type: 'enter', draft: {search: ''}});
    this.renderRoot.querySelector<HTMLInputElement>('input')?.focus();
  }

  #onMore() {
    this.shown += PAGE;
  }

  #onPick(brand: Brand) {
    if (brand.outOfStock || this.#brands.status !== TaskStatus.COMPLETE) return;
    ask(this, {type: 'pick-brand', brand});
  }
}
