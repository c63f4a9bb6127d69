/** Replaces what must not leave the proxy in a text, such as a response of the API. */
export type Mask = (text: string) => string;

/** A text of fewer characters is part of too many words to be replaced. */
const minLength = 4;
/** A text of fewer characters has encoded forms that are part of other texts. */
const minEncodedLength = 8;
/** What stands for a secret; valid inside a JSON string. */
const replacement = '***';

/**
 * Creates a function that replaces secrets in a text in every form in which an API may repeat them: as they are, in other
 * case, percent-encoded, as escapes of JSON (also of JSON within JSON) or HTML, in hexadecimal digits and in base64, also as
 * a part of a longer text that was encoded. A JSON text stays one.
 */
export function createMask(secrets: readonly string[]): Mask {
  const masks = secrets.filter(secret => secret.length >= minLength).map(createOne);
  return text => masks.reduce((masked, mask) => mask(masked), text);
}

function createOne(secret: string): Mask {
  const bytes = new TextEncoder().encode(secret);
  const isLong = secret.length >= minEncodedLength;
  const spelled = [...secret].map(spellings).join('');
  const insensitive = [isLong && !isWord(secret) ? spelled : `${notAfterWord}${spelled}${notBeforeWord}`];
  if (isLong) insensitive.push([...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(''));
  const texts = new RegExp(insensitive.join('|'), 'giu');
  const encoded = isLong ? new RegExp(base64Forms(bytes).join('|'), 'g') : undefined;
  const isNumber = /^\d+$/.test(secret);
  return text => {
    const masked = isNumber ? maskNumber(text, secret, texts) : text.replace(texts, replacement);
    return encoded ? masked.replace(encoded, replacement) : masked;
  };
}

/** Returns whether a secret could be a part of other words, numbers or host names: it is replaced only by itself. */
function isWord(secret: string): boolean {
  return /^(\p{L}+|[\d.]+)$/u.test(secret);
}

const notAfterWord = '(?<![\\p{L}\\d]|[\\p{L}\\d]\\.)';
const notBeforeWord = '(?![\\p{L}\\d]|\\.[\\p{L}\\d])';

/** Returns a pattern of the ways in which a character may be written. */
function spellings(character: string): string {
  const code = character.codePointAt(0)!;
  const hex = code.toString(16);
  const percent = encodedBytes(character);
  const forms = [
    escapeForPattern(character),
    ...(code < 0x10000 ? [`\\\\{1,4}u${hex.padStart(4, '0')}`] : []),
    percent,
    // Percent-encoded twice.
    percent.replaceAll('%', '%25'),
    `&#0{0,4}${code};`,
    `&#x0{0,4}${hex};`,
    ...(/["\\/]/.test(character) ? [`\\\\{1,4}${escapeForPattern(character)}`] : []),
    ...(character === ' ' ? ['\\+'] : []),
  ];
  return `(?:${forms.join('|')})`;
}

function encodedBytes(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return [...bytes].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/**
 * Returns patterns of base64 (RFC 4648, both alphabets) that holds the bytes, whichever number of bytes precedes them: only
 * the characters that depend on nothing else.
 */
function base64Forms(bytes: Uint8Array): string[] {
  return [0, 1, 2].map(before => {
    const padded = new Uint8Array(before + bytes.length);
    padded.set(bytes, before);
    const text = btoa(String.fromCharCode(...padded)).replace(/=+$/, '');
    // The first characters mix with what precedes, and the last one with what follows.
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    return text.slice(from, to).replace(/[+/]/g, sign => (sign === '+' ? '[+-]' : '(?:\\\\?/|_)'));
  });
}

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Replaces a secret of digits, in a JSON text also where it is a number: by null, so that the text stays JSON. */
function maskNumber(text: string, secret: string, pattern: RegExp): string {
  if (!/^\s*[[{]/.test(text)) return text.replace(pattern, replacement);
  return text.replace(stringOrNumber, token => {
    if (token.startsWith('"')) return token.replace(pattern, replacement);
    return token === secret ? 'null' : token;
  });
}
