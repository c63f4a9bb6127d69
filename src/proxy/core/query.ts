import {ProxyError} from './errors.js';
import {isDecimal, isGarbled} from './field-rules.js';

/** Characters. */
const maxValueLength = 200;

/**
 * Picks the allowed parameters that have a value, each once, in the order of `allowed`.
 *
 * @throws {ProxyError} 400 `invalid_query` for a value that is too long or malformed.
 */
export function pickQuery(query: string, allowed: readonly string[]): ReadonlyMap<string, string> {
  const picked = new Map<string, string>();
  if (query === '') return picked;
  const given = parse(query);
  for (const key of allowed) {
    const value = given.get(key);
    if (!value) continue;
    if (value.length > maxValueLength) reject(`${key} must have at most ${maxValueLength} characters`);
    if (isGarbled(value)) reject(`${key} must not hold control characters`);
    if (key === 'face_value' && !isDecimal(value)) reject('face_value must be a decimal amount');
    if (key === 'country_code' && !/^[A-Za-z]{2}$/.test(value)) reject('country_code must be two letters');
    const accepted = key === 'lang' ? languageOf(value) : value;
    if (accepted) picked.set(key, key === 'country_code' ? value.toUpperCase() : accepted);
  }
  return picked;
}

/**
 * Parses a query into the first value of each name. The platform's parser, which decodes, takes as long as all the rest of
 * a cached response, and most queries have nothing to decode.
 */
function parse(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const part of query.split('&')) {
    const [name, value] = /[%+]/.test(part) ? decoded(part) : split(part);
    if (!values.has(name)) values.set(name, value);
  }
  return values;
}

function split(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

function decoded(part: string): readonly [string, string] {
  // Behind an `&`, as the platform's parser removes a question mark at the start.
  const [pair = ['', ''] as const] = new URLSearchParams(`&${part}`);
  return pair;
}

/** Languages of the API's texts, and those of its site. */
const languages = new Set('ar de en es fr hi id it ko pl pt tl tr vi zh'.split(' '));

/** Returns the language of a tag such as `pt-BR`; `undefined` if the API does not know it, which then responds in English. */
function languageOf(tag: string): string | undefined {
  const [language = ''] = tag.toLowerCase().split(/[-_]/, 1);
  return languages.has(language) ? language : undefined;
}

function reject(message: string): never {
  throw new ProxyError(400, 'invalid_query', message);
}
