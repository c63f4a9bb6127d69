import {Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {Api} from '../../api/client.js';
import {
  type BrandIndex,
  categoriesOf,
  findBrand,
  findBrands,
  indexBrands,
  kindsOf,
  ofKinds,
} from '../../domain/brand-list.js';
import {searchable} from '../../domain/brand-search.js';
import type {Draft} from '../../domain/checkout.js';
import {COUNTRIES} from '../../domain/countries.js';
import type {Brand, ProductKind} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {countryName} from '../../locales/format.js';
import {base} from '../../styles/base.js';
import {chips} from '../../templates/chips.js';
import {selectField} from '../../templates/field.js';
import {chevronIcon, clearIcon, searchIcon} from '../../templates/icons.js';
import {problemNotice, quietNotice} from '../../templates/notice.js';
import {given, inner} from '../properties.js';
import {isTyping} from '../widgets/grid-keys.js';
import {dispatchAction} from './action-event.js';
import {styles} from './cr-brand-step.styles.js';
import {failureCode, reportFailure, reportFailures} from './task-failure.js';

/** Milliseconds until what was typed has been painted. */
const A_FRAME = 30;

/** Names made ready for searching at a time: a few milliseconds on a slow phone. */
const SLICE = 500;

/** Categories to choose from, the most used ones: a listing that invents one for each brand is not drawn whole. */
const CATEGORIES = 30;

/** No filter at all. */
const EVERYTHING = {search: '', kind: '', category: ''} as const;

/** First step: the brands that a country offers. */
export class CrBrandStep extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    api: given,
    draft: given,
    kinds: given,
    isCountryLocked: given,
    preselected: {},
    messages: given,
    language: {},
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

  private missing = '';

  /** What has been typed and not yet been searched for. */
  #typing: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #named: readonly HTMLOptionElement[] = [];
  #countries = document.createDocumentFragment();
  #found = lastAnswer<readonly Brand[]>();
  #offered = lastAnswer<{kinds: readonly ProductKind[]; categories: readonly string[]}>();

  #brands = new Task(this, {
    args: () => [this.api, this.draft.country] as const,
    task: async ([api, country], {signal}) => {
      // Nobody waits for it: what has not come by the time the listing is here features nothing.
      let featured: readonly string[] = [];
      void api.getFeatured(country, signal).then(found => {
        featured = found;
      });
      const brands = await reportFailures(this, api.listBrands(country, signal));
      if (brands.length === 0) reportFailure(this, 'catalogue_empty');
      const index = indexBrands(brands, featured);
      this.#preselect(index.brands);
      if (this.#typing === undefined) this.#work(100);
      return index;
    },
  });

  #preselect(brands: readonly Brand[]) {
    const name = this.preselected;
    if (name) {
      const brand = findBrand(brands, name);
      if (brand && !brand.outOfStock) {
        dispatchAction(this, {type: 'preselect-brand', brand});
        return;
      }
      this.missing = name;
      reportFailure(this, 'not_on_sale', `${name} is not on sale in ${this.draft.country}.`);
    }
    dispatchAction(this, {type: 'ready'});
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#work(A_FRAME);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('draft');
    const isElsewhere = changed.has('draft') && before?.country !== this.draft.country;
    if (isElsewhere && before) this.missing = '';
    if (isElsewhere || changed.has('language')) this.#nameCountries();
  }

  override updated(changed: PropertyValues<this>) {
    const isAskedLate = changed.has('preselected') && this.#brands.status === TaskStatus.COMPLETE;
    if (isAskedLate && this.preselected) this.#preselect(this.#brands.value?.brands ?? []);
  }

  override render() {
    return html`<div class="stack">
      ${this.#renderControls()} ${this.#renderCountriesFound()}
      ${
        this.missing &&
        problemNotice(this.messages.brand.notOnSale(this.missing, this.#nameOf(this.draft.country)))
      }
      ${this.#renderBrands()}
    </div>`;
  }

  #renderControls(): TemplateResult {
    const {brand} = this.messages;
    const {search} = this.draft;
    const label = this.isCountryLocked ? brand.search : brand.searchAll;
    return html`<div class="controls">
      <div class="search">
        ${searchIcon}
        <input
          class="input"
          part="search"
          type="search"
          maxlength="100"
          aria-label=${label}
          placeholder=${label}
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          .value=${live(this.#typing ?? search)}
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
    return selectField({
      name: 'country',
      label: this.messages.brand.country,
      isLabelHidden: true,
      value: this.draft.country,
      options: this.#countries,
      icon: chevronIcon,
      onPick: value => this.#onCountry(value),
    });
  }

  /** The search finds countries too: a list of two hundred is long on a phone. */
  #renderCountriesFound() {
    const wanted = searchable(this.draft.search);
    if (this.isCountryLocked || wanted.length < 4) return nothing;
    return this.#named
      .filter(({text}) => searchable(text).includes(wanted))
      .slice(0, 3)
      .map(
        ({
          text,
          value,
        }) => html`<button type="button" class="secondary" part="action" @click=${() => this.#onCountry(value)}>
          ${this.messages.brand.inCountry(text)}
        </button>`,
      );
  }

  #renderBrands() {
    return this.#brands.render({
      initial: () => this.#renderGrid(),
      pending: () => this.#renderGrid(),
      complete: index => this.#renderListing(index),
      error: error => this.#renderFailure(error),
    });
  }

  #renderGrid(brands?: readonly Brand[]): TemplateResult {
    return html`<cr-brand-grid
      exportparts="brand, action"
      .brands=${brands}
      .messages=${this.messages}
      @keydown=${this.#onKey}
    ></cr-brand-grid>`;
  }

  #renderFailure(error: unknown) {
    const code = failureCode(error);
    return code ? this.#renderRetry(this.messages.errors[code]) : this.#renderGrid();
  }

  #renderRetry(text: string): TemplateResult {
    return problemNotice(text, [{label: this.messages.retry, isRetry: true, act: () => this.#brands.run()}]);
  }

  #renderListing(index: BrandIndex) {
    const {brand: texts} = this.messages;
    const offer = this.#offer(index);
    if (offer.kinds.length === 0) {
      return html`${this.#renderRetry(texts.noBrands(this.#nameOf(this.draft.country)))}<slot name="empty"></slot>`;
    }
    const found = this.#find(index);
    return html`${chips({
      part: 'kind',
      label: texts.kindsLabel,
      all: texts.all,
      values: offer.kinds,
      nameOf: kind => texts.kindNames[kind],
      chosen: this.draft.kind,
      onPick: kind => this.#enter({kind, category: ''}),
    })}
      ${chips({
        part: 'category',
        label: texts.categories,
        all: texts.all,
        values: offer.categories,
        nameOf: category => this.#categoryName(category),
        chosen: this.draft.category,
        onPick: category => this.#enter({category}),
      })}
      <p class="hidden-text" role="status">${texts.count(found.length)}</p>
      ${found.length === 0 ? this.#renderNoMatch() : nothing} ${this.#renderGrid(found)}`;
  }

  #categoryName(category: string): string {
    const names = this.messages.brand.categoryNames;
    const spelled = category.replace(/[_-]+/g, ' ');
    const own = Object.hasOwn(names, category) && names[category];
    return own || spelled.charAt(0).toUpperCase() + spelled.slice(1);
  }

  #renderNoMatch(): TemplateResult {
    const {brand: texts} = this.messages;
    return html`${quietNotice(texts.noMatch(this.draft.search), [
      {label: texts.showAll, act: () => this.#enter(EVERYTHING)},
    ])}<slot name="empty"></slot>`;
  }

  #enter(draft: Partial<Draft>) {
    dispatchAction(this, {type: 'enter', draft});
  }

  #nameOf(country: string): string {
    return countryName(country, this.language);
  }

  /** The letter is on screen before the search for it begins: on a slow phone ten thousand brands take some frames. */
  #onSearch(event: Event) {
    this.#typing = (event.target as HTMLInputElement).value;
    this.#work(A_FRAME);
  }

  /** Makes ready what a search compares, a slice at a time so that no key waits for it, then searches if somebody types. */
  #work(delay: number) {
    clearTimeout(this.#timer);
    if (this.isConnected)
      this.#timer = setTimeout(() => {
        const {value} = this.#brands;
        const done = value?.named(0).length ?? 0;
        if (value && value.named(done + SLICE).length > done) this.#work(0);
        else if (this.#typing !== undefined) this.#search(this.#typing);
      }, delay);
  }

  #search(search: string) {
    clearTimeout(this.#timer);
    this.#typing = undefined;
    this.#enter({search});
  }

  #onCountry(country: string) {
    this.#enter({country, ...EVERYTHING});
  }

  #onClear() {
    this.#search('');
    this.renderRoot.querySelector<HTMLInputElement>('input')?.focus();
  }

  /** The kind that the buyer wants to see, else those that the page sells. */
  get #kinds(): readonly ProductKind[] {
    return this.draft.kind ? [this.draft.kind] : this.kinds;
  }

  /** Two hundred names are not sorted anew at every keystroke. */
  #nameCountries() {
    const {country} = this.draft;
    const codes = COUNTRIES.includes(country) ? COUNTRIES : [country, ...COUNTRIES];
    this.#named = codes
      .map(code => new Option(this.#nameOf(code), code, false, code === country))
      .sort((a, b) => a.text.localeCompare(b.text, this.language));
    this.#countries = document.createDocumentFragment();
    this.#countries.append(...this.#named);
  }

  /** The same list for the same question, so that the grid can tell that nothing has changed. */
  #find(index: BrandIndex): readonly Brand[] {
    const {search, kind, category} = this.draft;
    return this.#found([index, this.kinds, search, kind, category], () =>
      findBrands(index, {kinds: this.#kinds, search, category}),
    );
  }

  /** What there is to filter by: looked up once and not at every keystroke. */
  #offer(index: BrandIndex) {
    return this.#offered([index, this.kinds, this.draft.kind], () => ({
      kinds: kindsOf(ofKinds(index.brands, this.kinds)),
      categories: categoriesOf(ofKinds(index.brands, this.#kinds)).slice(0, CATEGORIES),
    }));
  }

  /** Typing in the list searches: the key itself goes to where the focus is by then. */
  #onKey(event: KeyboardEvent) {
    if (isTyping(event)) this.renderRoot.querySelector<HTMLInputElement>('[part=search]')?.focus();
  }
}

/** Keeps the answer to one question until another one is asked. */
function lastAnswer<Answer>() {
  let asked: readonly unknown[] | undefined;
  let answer: Answer;
  return (question: readonly unknown[], find: () => Answer): Answer => {
    if (!asked || question.some((part, index) => part !== asked?.[index])) answer = find();
    asked = question;
    return answer;
  };
}
