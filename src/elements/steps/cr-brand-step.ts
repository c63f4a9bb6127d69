import {Task, TaskStatus} from '@lit/task';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';

import type {Api} from '../../api/client.js';
import {BrandSearch} from '../../controllers/brand-search.js';
import {type BrandIndex, findBrand} from '../../domain/brand-list.js';
import type {Draft} from '../../domain/draft.js';
import {memoizeLast} from '../../domain/memoize-last.js';
import type {Brand, ProductKind} from '../../domain/types.js';
import type {Messages} from '../../locales/en.js';
import {countryName} from '../../locales/format.js';
import {step} from '../../styles/step.js';
import {actionButton} from '../../templates/action-button.js';
import {brandChips, brandControls} from '../../templates/brand-filters.js';
import {type CountryOptions, countryOptions, findCountries} from '../../templates/country-options.js';
import {fresh} from '../../templates/fresh.js';
import {problemNotice, quietNotice} from '../../templates/notice.js';
import {stepHeading} from '../../templates/step-heading.js';
import {STEP_PARTS} from '../part-names.js';
import type {PickBrandEvent} from '../widgets/cr-brand-grid.js';
import {isTyping, moveInRow} from '../widgets/grid-keys.js';
import {reactive} from '../widgets/reactive.js';
import {dispatchAction} from './action-event.js';
import {dispatchCommand} from './command-event.js';
import {styles} from './cr-brand-step.styles.js';
import {dispatchNotice} from './notice-event.js';
import {keepFocus} from './step-focus.js';
import {failureNotice, reportFailure, reportFailures} from './task-failure.js';

/** No filter at all. */
const EVERYTHING = {search: '', kind: '', category: ''} as const;

/** First step: the brands that a country offers. */
export class CrBrandStep extends LitElement {
  static override properties = reactive(
    'api draft kinds isCountryLocked preselected messages headingLevel language',
    'missing isOpen',
  );
  static override styles = [step, styles];

  api!: Api;
  draft!: Draft;
  /** Kinds that the page sells; none means all. */
  kinds: readonly ProductKind[] = [];
  isCountryLocked = false;
  /** Name of the brand to open as soon as the listing is loaded, if it is on sale; or ''. */
  preselected = '';
  messages!: Messages;
  headingLevel = 2;
  language = 'en';

  /** The preselected brand, if it is not on sale. */
  private missing = '';
  /** Long rows of filters are shown whole. */
  private isOpen = false;

  #search = new BrandSearch(this, search => this.#enter({search}));
  #countries: CountryOptions | undefined;
  /** Kinds to list: the one that the buyer has chosen, else those that the page sells. */
  #chosenKinds = memoizeLast((kind: ProductKind | '', kinds: readonly ProductKind[]) =>
    kind ? [kind] : kinds,
  );

  #brands = new Task(this, {
    args: () => [this.api, this.draft.country] as const,
    task: async ([api, country], {signal}) => {
      // The listing does not wait for it: what arrives later features nothing.
      let featured: readonly string[] = [];
      void api.getFeatured(country, signal).then(found => {
        featured = found;
      });
      const brands = await reportFailures(this, api.listBrands(country, signal));
      if (brands.length === 0) reportFailure(this, 'catalogue_empty');
      const index = this.#search.index(brands, featured);
      this.#preselect(index.brands);
      return index;
    },
  });

  constructor() {
    super();
    keepFocus(this);
  }

  #preselect(brands: readonly Brand[]) {
    const name = this.preselected;
    if (name) {
      const brand = findBrand(brands, name);
      if (brand && !brand.outOfStock) return dispatchCommand(this, {type: 'open-brand', brand});
      this.missing = name;
      reportFailure(this, 'not_on_sale', `${name} is not on sale in ${this.draft.country}.`);
    }
    return dispatchNotice(this, {type: 'ready'});
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('draft');
    const isElsewhere = changed.has('draft') && before?.country !== this.draft.country;
    if (isElsewhere && before) this.missing = '';
    if (isElsewhere || changed.has('language') || changed.has('isCountryLocked'))
      this.#countries = this.isCountryLocked ? undefined : countryOptions(this.draft.country, this.language);
  }

  override updated(changed: PropertyValues<this>) {
    const isLate = changed.has('preselected') && this.#brands.status === TaskStatus.COMPLETE;
    if (isLate && this.preselected) this.#preselect(this.#brands.value?.brands ?? []);
  }

  override render() {
    const {brand} = this.messages;
    return html`${stepHeading(brand.heading, {level: this.headingLevel})}<slot></slot>
    ${brandControls({
      draft: this.draft,
      search: this.#search.typed ?? this.draft.search,
      countries: this.#countries,
      messages: this.messages,
      onType: search => this.#search.type(search),
      onKey: event => this.#onSearchKey(event),
      onClear: () => this.#onClear(),
      onCountry: country => this.#onCountry(country),
    })}
    ${this.#renderCountriesFound()}
    ${this.missing && problemNotice(brand.notOnSale(this.missing, this.#countryName))} ${this.#renderBrands()}`;
  }

  #renderCountriesFound() {
    const found = this.#countries ? findCountries(this.#countries, this.draft.search) : [];
    return found.map(({text: name, value}) => {
      const label = this.messages.brand.inCountry(name);
      return actionButton('secondary', 'action', {label, act: () => this.#onCountry(value)});
    });
  }

  #renderBrands() {
    return this.#brands.render({
      initial: () => this.#renderGrid(),
      pending: () => this.#renderGrid(),
      complete: index => this.#renderListing(index),
      error: () => failureNotice(this.#brands, this.messages) ?? this.#renderGrid(),
    });
  }

  #renderGrid(brands?: readonly Brand[]): TemplateResult {
    return html`<cr-brand-grid exportparts=${STEP_PARTS} .brands=${brands} .messages=${this.messages}
      @cr-pick-brand=${({brand}: PickBrandEvent) => dispatchAction(this, {type: 'pick-brand', brand})}
      @keydown=${this.#onKey}></cr-brand-grid>`;
  }

  #renderListing(index: BrandIndex) {
    const {messages, draft} = this;
    const chosen = this.#chosenKinds(draft.kind, this.kinds);
    const {kinds, categories} = this.#search.options(index, this.kinds, chosen);
    if (kinds.length === 0)
      return html`${problemNotice(messages.brand.noBrands(this.#countryName), [
        {label: messages.retry, isRetry: true, act: () => this.#brands.run()},
      ])}<slot name="empty"></slot>`;
    const found = this.#find(index, draft.search);
    return html`${brandChips({
      draft,
      kinds,
      categories,
      isOpen: this.isOpen,
      messages,
      onOpen: () => {
        this.isOpen = true;
      },
      onKey: event => {
        if (moveInRow(event)) this.isOpen = true;
      },
      onFilter: change => this.#enter(change),
    })}
      <p class="hidden-text" role="status">${fresh(messages.brand.count(found.length))}</p>
      ${found.length === 0 ? this.#renderNoMatch() : nothing} ${this.#renderGrid(found)}`;
  }

  #find(index: BrandIndex, search: string): readonly Brand[] {
    const {kind, category} = this.draft;
    return this.#search.find(index, this.#chosenKinds(kind, this.kinds), search, category);
  }

  #renderNoMatch(): TemplateResult {
    const {noMatch, showAll} = this.messages.brand;
    return html`${quietNotice(noMatch(this.draft.search), [
      {label: showAll, act: () => this.#enter(EVERYTHING)},
    ])}<slot name="empty"></slot>`;
  }

  get #countryName(): string {
    return countryName(this.draft.country, this.language);
  }

  #enter(draft: Partial<Draft>) {
    dispatchAction(this, {type: 'enter', draft});
  }

  #onClear() {
    this.#search.search('');
    this.#focusSearch();
  }

  #onCountry(country: string) {
    this.#enter({country, ...EVERYTHING});
  }

  /** Leads from the search into the list, and picks the only brand that it has found. */
  #onSearchKey(event: KeyboardEvent) {
    const {key, isComposing} = event;
    if (isComposing || (key !== 'ArrowDown' && key !== 'Enter')) return;
    const index = this.#brands.value;
    const search = this.#search.typed ?? this.draft.search;
    const brands = index ? this.#find(index, search) : [];
    this.#search.search(search);
    const [brand, ...others] = brands;
    if (key === 'Enter' && brand && others.length === 0 && !brand.outOfStock)
      dispatchAction(this, {type: 'pick-brand', brand});
    if (key === 'Enter' || brands.length === 0) return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('cr-brand-grid')?.focus();
  }

  /** Searches by typing in the list: the key itself goes to where the focus is by then. */
  #onKey(event: KeyboardEvent) {
    if (!isTyping(event)) return;
    event.stopPropagation();
    this.#focusSearch();
  }

  #focusSearch() {
    this.renderRoot.querySelector<HTMLInputElement>('[part=search]')?.focus();
  }
}
