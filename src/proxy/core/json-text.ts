import {afterBlanks, endOfString, isKey} from './json-scan.js';

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
  return replaceSpans(text, membersNamed(text, name), value);
}

function replaceSpans(text: string, spans: readonly Span[], value: string): string {
  let replaced = '';
  let copied = 0;
  for (const {start, end} of spans) {
    replaced += text.slice(copied, start) + value;
    copied = end;
  }
  return replaced + text.slice(copied);
}

/**
 * Sets a member of the object that a valid JSON text holds: replaces all of its values, or adds it as the last member.
 * Returns the text unchanged if it holds no object.
 */
export function setMember(text: string, name: string, value: string): string {
  const found = membersNamed(text, name);
  if (found.length > 0) return replaceSpans(text, found, value);
  if (text[afterBlanks(text, 0)] !== '{') return text;
  const end = text.lastIndexOf('}');
  const isEmpty = text[afterBlanks(text, text.indexOf('{') + 1)] === '}';
  return `${text.slice(0, end)}${isEmpty ? '' : ','}${JSON.stringify(name)}:${value}${text.slice(end)}`;
}

/**
 * Returns the source of a member's value in the object that a valid JSON text holds, of the last one where the member is
 * repeated, as `JSON.parse` does; `undefined` if there is none.
 */
export function memberSource(text: string, name: string): string | undefined {
  const last = membersNamed(text, name).at(-1);
  return last && text.slice(last.start, last.end);
}

const [quote, comma, colon] = [0x22, 0x2c, 0x3a];
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

function trimmed(text: string, start: number, end: number): Span {
  const source = text.slice(start, end);
  return {start: start + source.length - source.trimStart().length, end: start + source.trimEnd().length};
}
