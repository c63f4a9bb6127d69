const [quote, backslash] = [0x22, 0x5c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Returns the position after the closing quote of the string that begins at `start`; the text is valid JSON. */
export function endOfString(text: string, start: number): number {
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

/** Returns the position after the value that begins at `start`. Without recursion: nesting of any depth is safe. */
export function endOfValue(text: string, start: number): number {
  if (text.charCodeAt(start) === quote) return endOfString(text, start);
  if (!isContainer(text, start)) return endOfLiteral(text, start);
  let depth = 0;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at) - 1;
    else if (code === openBrace || code === openBracket) depth++;
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return at + 1;
  }
}

/** Returns whether a list or an object begins at a position. */
export function isContainer(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === openBrace || code === openBracket;
}

const literal = /[^\s,\]}]*/y;

function endOfLiteral(text: string, start: number): number {
  literal.lastIndex = start;
  literal.test(text);
  return literal.lastIndex;
}

const [space, tab, lf, cr] = [0x20, 0x09, 0x0a, 0x0d];

/** Returns the position of the next character that is no white space. */
export function afterBlanks(text: string, start: number): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code !== space && code !== tab && code !== lf && code !== cr) return at;
  }
}

/** Returns whether the source of a key stands for a name; a key may be written with escapes. */
export function isKey(source: string, name: string): boolean {
  if (source.includes('\\')) return JSON.parse(source) === name;
  return source.length === name.length + 2 && source.startsWith(name, 1);
}

/** Returns the name that the source of a key stands for. */
export function nameOf(source: string): string {
  return source.includes('\\') ? JSON.parse(source) : source.slice(1, -1);
}
