/** Characters of the longest text that a field holds. */
const LONGEST = 1000;

/**
 * Returns a text as it was meant by who typed or pasted it: without direction marks and characters without width, digits of
 * every script as 0 to 9, full-width letters as narrow ones, one space for many (Unicode categories Cf and Nd, UAX 15).
 */
export function plainText(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Digits of a script stand in a row that begins at a code point ending in 0 or 6, in hexadecimal. */
function digitOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const last = point & 15;
  return String(/\p{Nd}/u.test(String.fromCodePoint(point - last)) ? last : last - 6);
}
