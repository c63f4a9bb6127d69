import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {en, type Messages} from '../../src/locales/en.js';
import {directionOf, languageFor, loadMessages} from '../../src/locales/index.js';
import {type MessageOverrides, withOverrides} from '../../src/locales/overrides.js';
import {vi} from '../../src/locales/vi.js';

interface Text {
  readonly path: string;
  readonly value: unknown;
}

/** Every text of a language with where it stands. */
function* textsOf(tree: object, path = ''): Iterable<Text> {
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value !== null) yield* textsOf(value, at);
    else yield {path: at, value};
  }
}

const texts = (messages: Messages) => new Map([...textsOf(messages)].map(({path, value}) => [path, value]));
const english = texts(en);

for (const [language, messages] of Object.entries({en, vi})) {
  describe(`the texts of ${language}`, () => {
    test('are the ones of English, each of the same kind; categories may have more', () => {
      const found = texts(messages);
      const fixed = (paths: Iterable<string>) =>
        [...paths].filter(path => !path.startsWith('brand.categoryNames.')).sort();
      assert.deepEqual(fixed(found.keys()), fixed(english.keys()));
      for (const [path, value] of english) assert.equal(typeof found.get(path), typeof value, path);
    });

    test('are never empty, and have no spaces at their ends', () => {
      for (const [path, value] of texts(messages)) {
        if (typeof value !== 'string') continue;
        assert.ok(value.length > 0, path);
        assert.equal(value, value.trim(), path);
      }
    });

    test('contain what they are given', () => {
      for (const [path, value] of texts(messages)) {
        if (typeof value !== 'function') continue;
        const given = Array.from({length: value.length}, (_, index) => String(71 + index));
        const said: unknown = value(...given);
        assert.ok(typeof said === 'string', path);
        for (const part of given) assert.ok(said.includes(part), `${path} has ${part}: ${said}`);
        assert.doesNotMatch(said, /undefined|null|NaN|\$\{|\[object/, path);
      }
    });

    test('hold no markup', () => {
      for (const [path, value] of texts(messages))
        if (typeof value === 'string') assert.doesNotMatch(value, /<\w|&\w+;/, path);
    });
  });
}

test('Vietnamese is not English', () => {
  const same = [...texts(vi)].filter(
    ([path, value]) => typeof value === 'string' && value === english.get(path),
  );
  const names = ['eSIM', 'Coin'];
  const left = same.filter(([, value]) => !names.includes(String(value)));
  assert.deepEqual(left, []);
});

test('one brand is not brands', () => {
  assert.equal(en.brand.count(1), '1 brand');
  assert.equal(en.brand.count(0), '0 brands');
  assert.equal(en.brand.count(12), '12 brands');
});

describe('the language for a tag', () => {
  const tags: Record<string, string> = {
    vi: 'vi',
    'vi-VN': 'vi',
    VI: 'vi',
    vi_VN: 'vi',
    'vi-Latn-VN': 'vi',
    en: 'en',
    'en-GB': 'en',
    fr: 'en',
    vie: 'en',
    '': 'en',
    '-': 'en',
    constructor: 'en',
    'not a tag': 'en',
  };
  for (const [tag, language] of Object.entries(tags)) {
    test(`${JSON.stringify(tag)} is ${language}`, () => {
      assert.equal(languageFor(tag), language);
    });
  }
});

test('a language is loaded when it is there, and English need not be', async () => {
  assert.equal(await loadMessages('vi'), vi);
  for (const language of ['en', 'fr', '', 'constructor'])
    assert.equal(await loadMessages(language), undefined);
});

test('Arabic runs from right to left, Vietnamese does not', () => {
  assert.equal(directionOf('ar'), 'rtl');
  assert.equal(directionOf('vi'), 'ltr');
  assert.equal(directionOf('en'), 'ltr');
});

describe('texts of the page', () => {
  test('stand in the places of ours, and nowhere else', () => {
    const own = withOverrides(en, {back: 'Zurück', brand: {heading: 'Was darf es sein?'}});
    assert.equal(own.back, 'Zurück');
    assert.equal(own.brand.heading, 'Was darf es sein?');
    assert.equal(own.brand.search, en.brand.search);
    assert.equal(own.retry, en.retry);
    assert.equal(en.back, 'Back');
  });

  test('may be functions where ours are', () => {
    const own = withOverrides(en, {brand: {count: (brands: number) => `${brands}×`}});
    assert.equal(own.brand.count(3), '3×');
  });

  test('change nothing when there are none', () => {
    assert.equal(withOverrides(en, undefined), en);
    assert.deepEqual(Object.keys(withOverrides(en, {})), Object.keys(en));
  });

  test('of the wrong kind are ignored', () => {
    const wrong: unknown = {
      back: () => 'x',
      retry: 5,
      brand: 'x',
      quote: {heading: 'x'},
      unknown: 'x',
    };
    const own = withOverrides(en, wrong as MessageOverrides);
    assert.equal(own.back, en.back);
    assert.equal(own.retry, en.retry);
    assert.deepEqual(own.brand, en.brand);
    assert.equal(own.quote.heading, en.quote.heading);
    assert.equal('unknown' in own, false);
  });

  test('that are null are ignored', () => {
    const own = withOverrides(en, {brand: null} as unknown as MessageOverrides);
    assert.deepEqual(own.brand, en.brand);
  });

  test('never come from a prototype', () => {
    const own = withOverrides(en, Object.create({back: 'inherited'}));
    assert.equal(own.back, en.back);
  });
});
