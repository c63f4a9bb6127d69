import {searchable} from '../domain/brand-search.js';
import {COUNTRIES} from '../domain/countries.js';
import {countryName} from '../locales/format.js';

/** Letters from which on a search finds countries, with the space before a word that `searchable` adds. */
const SHORTEST = 4;
/** Countries that a search shows at most. */
const MOST = 3;

/** Every country as an option, sorted by name. */
export interface CountryOptions {
  readonly options: readonly HTMLOptionElement[];
  /** Holds the options until a select takes them. */
  readonly fragment: DocumentFragment;
}

/** Makes the options of all countries, `country` selected. Two hundred names are sorted here and not at every keystroke. */
export function countryOptions(country: string, language: string): CountryOptions {
  const codes = COUNTRIES.includes(country) ? COUNTRIES : [country, ...COUNTRIES];
  const options = codes
    .map(code => optionOf(code, countryName(code, language), code === country))
    .sort((a, b) => a.text.localeCompare(b.text, language));
  const fragment = document.createDocumentFragment();
  fragment.append(...options);
  return {options, fragment};
}

/** Makes an option without `new Option`, which some simulated DOMs do not have. */
function optionOf(value: string, text: string, selected: boolean): HTMLOptionElement {
  return Object.assign(document.createElement('option'), {value, text, selected});
}

/** Finds countries by any word of their names: a list of two hundred is long on a phone. */
export function findCountries({options}: CountryOptions, search: string): readonly HTMLOptionElement[] {
  const wanted = searchable(search);
  if (wanted.length < SHORTEST) return [];
  return options.filter(({text}) => searchable(text).includes(wanted)).slice(0, MOST);
}
