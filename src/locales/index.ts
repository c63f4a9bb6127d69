import {english, type Messages} from './en.js';
import {withOverrides} from './overrides.js';
import {type Plural, pluralIn} from './plural.js';

/** Every language besides English, loaded on demand. Adding one is a file beside this and a line here. */
const LOADERS: Readonly<Record<string, (plural: Plural) => Promise<Messages>>> = {
  ar: async plural => (await import('./ar.js')).ar(plural),
  de: async plural => (await import('./de.js')).de(plural),
  es: async plural => (await import('./es.js')).es(plural),
  fr: async plural => (await import('./fr.js')).fr(plural),
  hi: async plural => (await import('./hi.js')).hi(plural),
  id: async plural => (await import('./id.js')).id(plural),
  it: async plural => (await import('./it.js')).it(plural),
  ko: async plural => (await import('./ko.js')).ko(plural),
  pl: async plural => (await import('./pl.js')).pl(plural),
  pt: async plural => (await import('./pt.js')).pt(plural),
  'pt-PT': async plural => {
    const [{pt}, {ptPT}] = await Promise.all([import('./pt.js'), import('./pt-PT.js')]);
    return withOverrides(pt(plural), ptPT);
  },
  tr: async plural => (await import('./tr.js')).tr(plural),
  vi: async plural => (await import('./vi.js')).vi(plural),
  'zh-Hans': async plural => (await import('./zh-Hans.js')).zhHans(plural),
  'zh-Hant': async plural => (await import('./zh-Hant.js')).zhHant(plural),
};

/** Languages written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** Every language that has texts. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(LOADERS)].sort();

/**
 * Returns the language whose texts serve a BCP 47 tag best: `vi` for `vi-VN`, `zh-Hant` for `zh-TW`, `pt-PT` for Portuguese
 * outside Brazil, `en` for one without texts.
 */
export function languageFor(tag: string): string {
  const locale = localeOf(tag);
  if (!locale) return 'en';
  const {language, script, region} = locale;
  const own = language === 'zh' ? `zh-${script}` : language === 'pt' && region !== 'BR' ? 'pt-PT' : language;
  return Object.hasOwn(LOADERS, own) ? own : 'en';
}

/** Returns the tag by which numbers, money and dates are written: a language that has texts, with the region of a BCP 47 tag. */
export function tagFor(tag: string): string {
  const language = languageFor(tag);
  const locale = localeOf(tag);
  return locale && language.startsWith(locale.language) ? new Intl.Locale(plainTag(tag)).baseName : 'en';
}

/** Returns the texts for a tag of `tagFor`: a promise, as they are loaded, but for English, which is always here. */
export function loadMessages(tag: string): Messages | Promise<Messages> {
  const plural = pluralIn(tag);
  return LOADERS[languageFor(tag)]?.(plural) ?? english(plural);
}

/** Returns the writing direction of a language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

interface Parts {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
}

/** Returns the parts of a BCP 47 tag, the likely ones for those it leaves out; `undefined` if it is none. */
function localeOf(tag: string): Parts | undefined {
  try {
    const {script, region} = new Intl.Locale(plainTag(tag)).maximize();
    return {language: plainTag(tag).toLowerCase().split('-')[0] ?? '', script, region};
  } catch {
    return undefined;
  }
}

/** Some write `vi_VN`, as POSIX does. */
function plainTag(tag: string): string {
  return tag.replaceAll('_', '-');
}
