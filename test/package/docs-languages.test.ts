/** The page about languages names every language, and the words that its texts use. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {LANGUAGES, languageFor, loadMessages} from '../../src/locales/index.js';
import {textsOf} from '../locales/texts-of.js';
import {codes, table} from './support/documents.js';
import {root} from './support/project.js';

const page = readFileSync(join(root, 'docs/languages.md'), 'utf8');

test('the table of languages lists each with the tags that lead to it', () => {
  const rows = table('Language').map(([, tags]) => codes(tags));
  assert.deepEqual(rows.map(([first]) => languageFor(first ?? '')).sort(), [...LANGUAGES].sort());
  for (const [language = '', ...tags] of rows)
    for (const tag of tags) assert.equal(languageFor(tag), languageFor(language), tag);
});

describe('the glossary', () => {
  const words = glossary();

  test('covers every language but English', () => {
    assert.deepEqual([...words.keys()].sort(), LANGUAGES.filter(language => language !== 'en').sort());
    for (const [language, list] of words) assert.ok(list.length >= 15, language);
  });

  for (const [language, list] of words) {
    test(`has the words of the ${language} texts`, async () => {
      const texts = [...textsOf(await loadMessages(language))].map(({value}) =>
        String(typeof value === 'function' ? value('71', '72') : value),
      );
      const all = texts.join('\n').toLocaleLowerCase(language);
      const unused = list.filter(word => !all.includes(stem(word, language)));
      assert.deepEqual(unused, []);
    });
  }
});

/** Returns the words of each language in the tables of the glossary. */
function glossary(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  let languages: readonly string[] = [];
  for (const line of page.slice(page.indexOf('## Glossary')).split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim());
    const [english, ...rest] = cells;
    if (english === undefined || english.startsWith('-')) continue;
    if (english === 'English') languages = rest;
    else
      for (const [at, cell] of rest.entries()) {
        const language = languages[at] ?? '';
        words.set(language, [...(words.get(language) ?? []), ...cell.split(', ')]);
      }
  }
  return words;
}

/** Returns what every form of a word begins with: languages that inflect change its end, Arabic leaves out the article. */
function stem(word: string, language: string): string {
  const plain = word.replace(/^ال/, '').toLocaleLowerCase(language);
  return plain.length > 5 && /^\p{Script=Latin}/u.test(plain) ? plain.slice(0, -2) : plain;
}
