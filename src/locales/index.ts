import type {Messages} from './en.js';

/** Every language besides English, loaded on demand. Adding one is a file beside this and a line here. */
const LOADERS: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  es: async () => (await import('./es.js')).es,
  vi: async () => (await import('./vi.js')).vi,
};

/** Languages written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** Returns the language that serves a BCP 47 tag best: `vi` for `vi-VN`, `en` for one without texts. */
export function languageFor(tag: string): string {
  const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(LOADERS, language) ? language : 'en';
}

/** Loads the texts of a language from `languageFor`; `undefined` for English, which is always loaded. */
export async function loadMessages(language: string): Promise<Messages | undefined> {
  return Object.hasOwn(LOADERS, language) ? LOADERS[language]?.() : undefined;
}

/** Returns the writing direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
