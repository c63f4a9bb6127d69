/** Returns the language of a BCP 47 tag without its script and region, as the API takes it: `zh` for `zh-Hant-TW`. */
export function languageOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
