/**
 * Matches names under which fields and payment links carry a memo, tag or comment, in lower case and without signs.
 * The API documents none, so every name in use elsewhere is read: XRP's `dt`, TON's `text`, Stellar's `memo_id`.
 */
export const MEMO_NAME = /^(\w*(memos?|tag)(id|text|value|hash|number)?|dt|(payment)?comment|\w*extraid)$/;

/** Matches pairs of a link that can hold a memo: TON's `text` and `bin`, XRP's `dt`, and every other name in use. */
export const MEMO_KEYS = /[?&](text|bin|payload|dt|\w*(memo|tag|comment)\w*)=[^&]*/gi;

/** Returns a name in the spelling that {@link MEMO_NAME} matches. */
export function plainFieldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}
