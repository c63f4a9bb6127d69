/** Texts that a brand is searched by, as {@link searchable} returns them. */
export interface Named {
  readonly name: string;
  readonly family: string;
}

/** Letters that Unicode does not decompose and buyers type without their strokes. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Returns a text in lower case without accents, with one space before each word and no other signs. */
export function searchable(text: string): string {
  const small = text.toLowerCase();
  // Most names are ASCII; what the others need takes many times as long.
  const words = /[^ -~]/.test(small)
    ? withoutAccents(small).replace(/[^\p{L}\p{N}]+/gu, ' ')
    : small.replace(/[^a-z\d]+/g, ' ');
  return ` ${words.trim()}`.trimEnd();
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/g, letter => PLAIN[letter] ?? letter);
}

/**
 * Makes a function that ranks brands by how well they match a searchable text: 0 is best, `undefined` is no match. It runs
 * thousands of times for each letter that is typed, so it allocates nothing.
 */
export function rankFor(wanted: string): (brand: Named) => number | undefined {
  const bare = wanted.slice(1);
  return ({name, family}) => {
    const at = bare ? name.indexOf(bare) : -1;
    if (at === 1) return name === wanted ? 0 : 1;
    if (at > 1) return name.includes(wanted) ? 2 : 3;
    return bare && family !== name && family.includes(bare) ? 4 : undefined;
  };
}

/** Whether a word of a brand's name or family begins like a searchable text but for one typo. Three letters are too few. */
export function isAlmost({name, family}: Named, wanted: string): boolean {
  if (wanted.length < 5) return false;
  return hasAlmost(name, wanted) || (family !== name && hasAlmost(family, wanted));
}

function hasAlmost(text: string, wanted: string): boolean {
  for (let space = 0; space >= 0; space = text.indexOf(' ', space + 1))
    if (goesOnAlmost(text, space, wanted)) return true;
  return false;
}

/** Whether `name` goes on from `start` like `wanted` with one letter left out, put in, changed or swapped with the next. */
function goesOnAlmost(name: string, start: number, wanted: string): boolean {
  const same = lettersAlike(name, start, wanted, 0);
  const here = start + same;
  return (
    goesOn(name, here, wanted, same + 1) ||
    goesOn(name, here + 1, wanted, same + 1) ||
    goesOn(name, here + 1, wanted, same) ||
    (name[here] === wanted[same + 1] &&
      name[here + 1] === wanted[same] &&
      goesOn(name, here + 2, wanted, same + 2))
  );
}

function goesOn(name: string, at: number, wanted: string, from: number): boolean {
  return from + lettersAlike(name, at, wanted, from) >= wanted.length;
}

/** Counts the letters of `name` from `at` that equal those of `wanted` from `from`, without slicing either. */
function lettersAlike(name: string, at: number, wanted: string, from: number): number {
  let alike = 0;
  while (from + alike < wanted.length && name.charCodeAt(at + alike) === wanted.charCodeAt(from + alike))
    alike += 1;
  return alike;
}
