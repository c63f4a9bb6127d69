/** Numbers and texts that look random and follow from a seed alone. */
export interface SeededRandom {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** One of a list, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** `length` characters taken from `alphabet`. */
  text(length: number, alphabet: string): string;
}

/** Creates a generator seeded by `words` (FNV-1a into mulberry32). Not for secrets. */
export function seededRandom(...words: readonly (string | number)[]): SeededRandom {
  let state = fnv1a(words.join('\u0000'));
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
  const text = (length: number, alphabet: string) =>
    Array.from({length}, () => alphabet[below(alphabet.length)]).join('');
  return {below, pick, text};
}

/** Returns a well-formed version 4 UUID that follows from `words`. */
export function seededUuid(...words: readonly (string | number)[]): string {
  const random = seededRandom(...words);
  const hex = (length: number) => random.text(length, '0123456789abcdef');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.text(1, '89ab')}${hex(3)}-${hex(12)}`;
}

function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
