import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {Draft} from '../domain/draft.js';
import type {ProductKind} from '../domain/types.js';
import {categoryName} from '../locales/category-name.js';
import type {Messages} from '../locales/en.js';
import {chips} from './chips.js';
import type {CountryOptions} from './country-options.js';
import {selectField} from './field.js';
import {chevronIcon, clearIcon, searchIcon} from './icons.js';

export interface BrandControls {
  readonly draft: Draft;
  /** Text of the search field. */
  readonly search: string;
  /** `undefined` if the country is locked. */
  readonly countries: CountryOptions | undefined;
  readonly messages: Messages;
  readonly onType: (search: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onClear: () => void;
  readonly onCountry: (country: string) => void;
}

/** Draws the search field and the country choice. */
export function brandControls(controls: BrandControls): TemplateResult {
  const {draft, search, countries, messages, onType, onKey, onClear, onCountry} = controls;
  const {brand} = messages;
  const label = countries ? brand.searchAll : brand.search;
  return html`<div class="controls">
    <div class="search">
      ${searchIcon}
      <input class="input" part="search" type="search" maxlength="100" aria-label=${label}
        placeholder=${label} autocomplete="off" spellcheck="false" enterkeyhint="search"
        .value=${live(search)} @keydown=${onKey}
        @input=${(event: Event) => onType((event.target as HTMLInputElement).value)} />
      ${
        draft.search
          ? html`<button class="clear" type="button" aria-label=${brand.clearSearch} @click=${onClear}>${clearIcon}</button>`
          : nothing
      }
    </div>
    ${
      countries
        ? selectField({
            name: 'country',
            label: brand.country,
            isLabelHidden: true,
            value: draft.country,
            options: countries.fragment,
            icon: chevronIcon,
            onPick: onCountry,
          })
        : nothing
    }
  </div>`;
}

export interface BrandChips {
  readonly draft: Draft;
  readonly kinds: readonly ProductKind[];
  readonly categories: readonly string[];
  /** Long rows are shown whole. */
  readonly isOpen: boolean;
  readonly messages: Messages;
  readonly onOpen: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFilter: (draft: Partial<Draft>) => void;
}

/** Draws the filters by kind and by category. Choosing a kind drops the category: another kind has other ones. */
export function brandChips(filters: BrandChips): TemplateResult {
  const {draft, kinds, categories, isOpen, messages, onOpen, onKey, onFilter} = filters;
  const {brand} = messages;
  const more = {label: brand.moreFilters, isOpen, onOpen};
  return html`${chips({
    part: 'kind',
    label: brand.kindsLabel,
    all: brand.all,
    values: kinds,
    nameOf: kind => ({text: brand.kindNames[kind]}),
    chosen: draft.kind,
    onPick: kind => onFilter({kind, category: ''}),
    onKey,
    more,
  })}
  ${chips({
    part: 'category',
    label: brand.categories,
    all: brand.all,
    values: categories,
    nameOf: category => categoryName(category, messages),
    chosen: draft.category,
    onPick: category => onFilter({category}),
    onKey,
    more,
  })}`;
}
