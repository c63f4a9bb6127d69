import type {Messages} from './en.js';

/** Every language besides English, loaded when it is asked for. Adding one is a file beside this and a line here. */
const LOADERS: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  es: async () => (await import('./es.js')).es,
  vi: async () => (await import('./vi.js')).vi,
};

/** Scripts written from right to left, by the languages that a page may ask for. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** The language, of those we have, that serves a BCP 47 tag best: `vi-VN` is served by `vi`, an unknown one by `en`. */
export function languageFor(tag: string): string {
  const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(LOADERS, language) ? language : 'en';
}

/** The texts of a language that `languageFor` answered, or nothing for English, which is always there. */
export async function loadMessages(language: string): Promise<Messages | undefined> {
  return Object.hasOwn(LOADERS, language) ? LOADERS[language]?.() : undefined;
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
