/** What a brand is searched by, both as {@link searchable} makes it. */
export interface Named {
  readonly name: string;
  readonly family: string;
}

/** Letters that Unicode takes for whole and buyers type without their strokes. */
const PLAIN = ['đd', 'ðd', 'øo', 'łl', 'ßss', 'æae', 'œoe', 'ıi'];

/** A text as it is searched: small letters without accents, with one space before each word and no other signs. */
export function searchable(text: string): string {
  const small = text.toLowerCase();
  // Most names are plain as they are; what the others need takes many times as long.
  const words = /[^ -~]/.test(small)
    ? withoutAccents(small).split(/[^\p{L}\p{N}]+/u)
    : small.split(/[^a-z\d]+/);
  return words.reduce((key, word) => (word ? `${key} ${word}` : key), '');
}

function withoutAccents(text: string): string {
  return PLAIN.reduce(
    (plainer, [letter = '', ...instead]) => plainer.replaceAll(letter, instead.join('')),
    text.normalize('NFKD').replace(/\p{M}/gu, ''),
  );
}

/** How well a brand matches what is `wanted`, a searchable text: 0 is best, `undefined` is not at all. */
export function matchRank({name, family}: Named, wanted: string): number | undefined {
  if (!wanted) return undefined;
  const bare = wanted.slice(1);
  if (name.startsWith(wanted)) return name === wanted ? 0 : 1;
  if (name.includes(wanted)) return 2;
  if (name.includes(bare)) return 3;
  return family.includes(bare) ? 4 : undefined;
}

/** Whether a word of a brand's name begins like what is `wanted` but for one typo. Three letters say too little. */
export function isAlmost({name}: Named, wanted: string): boolean {
  if (wanted.length < 5) return false;
  for (let space = 0; space >= 0; space = name.indexOf(' ', space + 1))
    if (goesOnAlmost(name, space, wanted)) return true;
  return false;
}

/** From `start` on, `name` goes on like `wanted` with one letter left out, put in, changed or swapped with the next. */
function goesOnAlmost(name: string, start: number, wanted: string): boolean {
  let same = 0;
  while (same < wanted.length && name[start + same] === wanted[same]) same += 1;
  const here = start + same;
  const after = wanted.slice(same + 1);
  return (
    name.startsWith(after, here) ||
    name.startsWith(after, here + 1) ||
    name.startsWith(wanted.slice(same), here + 1) ||
    (name[here] === wanted[same + 1] &&
      name[here + 1] === wanted[same] &&
      name.startsWith(wanted.slice(same + 2), here + 2))
  );
}
