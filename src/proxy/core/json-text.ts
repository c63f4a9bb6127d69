/** The position of a value in a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Replaces the value of a member in the object that a valid JSON text holds, and keeps every other character: numbers keep
 * their digits, of which `JSON.parse` and `JSON.stringify` keep no more than 17. Where the member is repeated, all of its
 * values are replaced. Returns the text unchanged if it holds no object or no such member.
 */
export function replaceMember(text: string, name: string, value: string): string {
  let replaced = '';
  let copied = 0;
  for (const {start, end} of membersNamed(text, name)) {
    replaced += text.slice(copied, start) + value;
    copied = end;
  }
  return replaced + text.slice(copied);
}

/**
 * Returns the source of a member's value in the object that a valid JSON text holds, of the last one where the member is
 * repeated, as `JSON.parse` does; `undefined` if there is none.
 */
export function memberSource(text: string, name: string): string | undefined {
  const last = membersNamed(text, name).at(-1);
  return last && text.slice(last.start, last.end);
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Finds a member's values in the outermost object. One pass without recursion: nesting of any depth is safe. */
function membersNamed(text: string, name: string): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let key = '';
  let valueAt = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      if (depth === 1 && valueAt < 0) key = text.slice(at, end);
      at = end - 1;
    } else if (code === openBrace || code === openBracket) {
      depth++;
    } else if (code === comma || code === closeBrace || code === closeBracket) {
      if (depth === 1 && valueAt >= 0) {
        if (isKey(key, name)) found.push(trimmed(text, valueAt, at));
        valueAt = -1;
      }
      if (code !== comma) depth--;
    } else if (code === colon && depth === 1) {
      valueAt = at + 1;
    }
  }
  return found;
}

/** Compares the source of a key with a name; a key may be written with escapes. */
function isKey(source: string, name: string): boolean {
  if (source.includes('\\')) return JSON.parse(source) === name;
  return source.length === name.length + 2 && source.startsWith(name, 1);
}

/** Returns the position after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (isEscaped(text, end));
  return end + 1;
}

/** Returns whether an odd number of backslashes precedes a position. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === backslash) before--;
  return (at - before) % 2 === 1;
}

function trimmed(text: string, start: number, end: number): Span {
  const source = text.slice(start, end);
  return {start: start + source.length - source.trimStart().length, end: start + source.trimEnd().length};
}
