import {english, type Language, type Messages} from './en.js';
import {withOverrides} from './overrides.js';
import {pluralIn} from './plural.js';

/** A module of a language. */
interface LanguageModule {
  readonly texts: Language;
}

/** Every language besides English, loaded on demand. Adding one is a file beside this and a line here. */
const LOADERS: Readonly<Record<string, () => Promise<LanguageModule>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  hi: () => import('./hi.js'),
  id: () => import('./id.js'),
  it: () => import('./it.js'),
  ko: () => import('./ko.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  'pt-PT': async () => {
    const [{texts}, {overrides}] = await Promise.all([import('./pt.js'), import('./pt-PT.js')]);
    return {texts: plural => withOverrides(texts(plural), overrides)};
  },
  tr: () => import('./tr.js'),
  vi: () => import('./vi.js'),
  'zh-Hans': () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
};

/** Languages written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** Every language that has texts. The element itself does without the list, so bundlers may leave it out. */
export const LANGUAGES: readonly string[] = /* @__PURE__ */ Object.keys({en: english, ...LOADERS});

/**
 * Returns the language whose texts serve a BCP 47 tag best: `vi` for `vi-VN`, `zh-Hant` for `zh-TW`, `pt-PT` for Portuguese
 * outside Brazil, `en` for one without texts.
 */
export function languageFor(tag: string): string {
  const likely = localeOf(tag)?.maximize();
  if (!likely) return 'en';
  const {script, region} = likely;
  const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const own = language === 'zh' ? `zh-${script}` : language === 'pt' && region !== 'BR' ? 'pt-PT' : language;
  return Object.hasOwn(LOADERS, own) ? own : 'en';
}

/** Returns the tag by which numbers, money and dates are written: a language that has texts, with the region of a BCP 47 tag. */
export function tagFor(tag: string): string {
  const locale = localeOf(tag);
  return locale && languageFor(tag).startsWith(locale.language) ? locale.baseName : 'en';
}

/** Returns the texts for a tag of `tagFor`: a promise, as they are loaded, but for English, which is always here. */
export function loadMessages(tag: string): Messages | Promise<Messages> {
  const plural = pluralIn(tag);
  return LOADERS[languageFor(tag)]?.().then(({texts}) => texts(plural)) ?? english(plural);
}

/** Returns the writing direction of a language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Reads a BCP 47 tag, as some write `vi_VN` too, as POSIX does; `undefined` if it is none. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
