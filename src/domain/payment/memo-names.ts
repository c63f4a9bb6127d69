/**
 * Matches names under which fields and payment links carry a memo, tag or comment, in lower case and without signs.
 * The API documents none, so every name in use elsewhere is read: XRP's `dt`, TON's `text`, Stellar's `memo_id`.
 */
export const MEMO_NAME = /^(\w*(memos?|tag)(id|text|value|hash|number)?|dt|(payment)?comment|\w*extraid)$/;

/** Returns a name in the spelling that {@link MEMO_NAME} matches. */
export function plainFieldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}
