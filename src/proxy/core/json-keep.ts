import {afterBlanks, endOfString, endOfValue, isContainer, nameOf} from './json-scan.js';

/**
 * What to keep of a JSON value: `true` any text, number, boolean or null; `each` a list of what is kept of its items; else
 * an object of the members that are named.
 */
export type Keep = true | {readonly each: Keep} | {readonly members: ReadonlyMap<string, Keep>};

/**
 * Reduces a valid JSON text to what is named; everything that is not, and every value of another type, is left out. What
 * stays keeps its characters: numbers keep their digits. Returns `undefined` if the value itself is of another type.
 */
export function keepOnly(text: string, keep: Keep): string | undefined {
  return keptAt(text, afterBlanks(text, 0), keep);
}

function keptAt(text: string, at: number, keep: Keep): string | undefined {
  if (keep === true) return isContainer(text, at) ? undefined : text.slice(at, endOfValue(text, at));
  if ('each' in keep) return text[at] === '[' ? keptItems(text, at, keep.each) : undefined;
  return text[at] === '{' ? keptMembers(text, at, keep.members) : undefined;
}

function keptItems(text: string, start: number, keep: Keep): string {
  const kept: string[] = [];
  let at = afterBlanks(text, start + 1);
  while (text[at] !== ']') {
    const item = keptAt(text, at, keep);
    if (item !== undefined) kept.push(item);
    at = afterValue(text, at);
  }
  return `[${kept.join(',')}]`;
}

function keptMembers(text: string, start: number, members: ReadonlyMap<string, Keep>): string {
  const kept: string[] = [];
  let at = afterBlanks(text, start + 1);
  while (text[at] !== '}') {
    const key = text.slice(at, endOfString(text, at));
    // After the key come blanks, a colon and blanks.
    at = afterBlanks(text, afterBlanks(text, at + key.length) + 1);
    const keep = members.get(nameOf(key));
    const value = keep && keptAt(text, at, keep);
    if (value !== undefined) kept.push(`${key}:${value}`);
    at = afterValue(text, at);
  }
  return `{${kept.join(',')}}`;
}

/** Returns the position of the next item or key, or of the closing bracket. */
function afterValue(text: string, at: number): number {
  const end = afterBlanks(text, endOfValue(text, at));
  return text[end] === ',' ? afterBlanks(text, end + 1) : end;
}
