import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {english, type Language} from '../../src/locales/en.js';
import {LANGUAGES, loadMessages} from '../../src/locales/index.js';
import {type PluralForms, pluralIn} from '../../src/locales/plural.js';
import {textsOf} from './texts-of.js';

/** More than can be counted on screen: brands of a large catalogue are about ten thousand. */
const MOST = 20_000;

for (const language of LANGUAGES) {
  describe(`counts in ${language}`, () => {
    test('have a form for every category of the language, and no other', async () => {
      const rules = new Intl.PluralRules(language);
      const reached = new Set(Array.from({length: MOST}, (_, count) => rules.select(count)));
      const counted = await countedTexts(language);
      assert.ok(counted.length >= 5 || language === 'pt-PT');
      for (const {path, forms} of counted)
        assert.deepEqual(Object.keys(forms).sort(), [...reached.add('other')].sort(), path);
    });

    test('hold the number: once, but where a word is the number', async () => {
      for (const {path, forms} of await countedTexts(language)) {
        for (const [category, text] of Object.entries(forms)) {
          const isWord = language === 'ar' && ['zero', 'one', 'two'].includes(category);
          assert.equal(text.split('#').length - 1, isWord ? 0 : 1, `${path}: ${text}`);
        }
      }
    });
  });
}

test('counts take the form of their number', async () => {
  const pl = await loadMessages('pl');
  assert.deepEqual([1, 2, 5, 12, 22, 25].map(pl.brand.count), [
    '1 marka',
    '2 marki',
    '5 marek',
    '12 marek',
    '22 marki',
    '25 marek',
  ]);
  const fr = await loadMessages('fr');
  assert.deepEqual([0, 1, 2].map(fr.brand.count), ['0 marque', '1 marque', '2 marques']);
});

test('counts are grouped as in the region, in Western digits', () => {
  const count = (tag: string) => pluralIn(tag)(10_500, {other: '#'}).replace(/[\u00a0\u202f]/g, ' ');
  const expected = {
    en: '10,500',
    'en-GB': '10,500',
    de: '10.500',
    'de-AT': '10 500',
    'de-CH': '10’500',
    'fr-FR': '10 500',
    'pt-BR': '10.500',
    'pt-PT': '10 500',
    'ar-EG': '10,500',
    hi: '10,500',
    'es-MX': '10,500',
    pl: '10 500',
  };
  const written = Object.keys(expected).map(tag => [tag, count(tag).replace("'", '’')]);
  assert.deepEqual(Object.fromEntries(written), expected);
});

/** Returns the forms of every counted text of a language. */
async function countedTexts(language: string) {
  const counted: {path: string; forms: PluralForms}[] = [];
  let at = '';
  const texts = (await languageOf(language))?.((_, forms) => {
    counted.push({path: at, forms});
    return forms.other;
  });
  for (const {path, value} of textsOf(texts ?? {})) {
    at = path;
    if (typeof value === 'function') value(1, 1);
  }
  return counted;
}

/** Returns what makes the texts of a language; `undefined` for one that only differs from another in some texts. */
async function languageOf(language: string): Promise<Language | undefined> {
  if (language === 'en') return english;
  const module = (await import(`../../src/locales/${language}.js`)) as Record<string, unknown>;
  const [texts] = Object.values(module);
  return typeof texts === 'function' ? (texts as Language) : undefined;
}
