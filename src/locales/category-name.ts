import type {Messages} from './en.js';

export interface CategoryName {
  readonly text: string;
  /** `en` where the language has no name for the category, so that it is read out as English; else `undefined`. */
  readonly language: 'en' | undefined;
}

/** Returns the name of a category; where the texts have none, its key as words: `home_garden` is `Home garden`. */
export function categoryName(category: string, {brand}: Messages): CategoryName {
  const names = brand.categoryNames;
  const own = Object.hasOwn(names, category) && names[category];
  if (own) return {text: own, language: undefined};
  const words = category.replace(/[_-]+/g, ' ');
  return {text: words.charAt(0).toUpperCase() + words.slice(1), language: 'en'};
}
