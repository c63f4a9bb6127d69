import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {en, type Messages} from '../../src/locales/en.js';
import {directionOf, LANGUAGES, languageFor, loadMessages, tagFor} from '../../src/locales/index.js';
import {type MessageOverrides, withOverrides} from '../../src/locales/overrides.js';
import {textsOf} from './texts-of.js';

const all = new Map(
  await Promise.all(LANGUAGES.map(async language => [language, await loadMessages(language)] as const)),
);
const [ar, de, es] = await Promise.all(
  ['ar', 'de', 'es'].map(loadMessages) as [Messages, Messages, Messages],
);

/** Isolates a value between the two control characters for it. */
const isolated = (part: string) => new RegExp(`\u2068[^\u2068\u2069]*${part.replace(/\W/g, '\\$&')}\u2069`);

const texts = (messages: Messages) => new Map([...textsOf(messages)].map(({path, value}) => [path, value]));
const english = texts(en);

for (const [language, messages] of all) {
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

/** Texts that a language writes like English: names, and shared words. */
const shared: Record<string, readonly string[]> = {
  vi: ['eSIM', 'Coin', 'Email'],
  de: ['eSIM', 'eSIMs', 'Coin', 'Lightning', 'Code'],
  es: ['eSIM', 'Total'],
  ar: [],
  fr: ['eSIM', 'Code', 'Total'],
  hi: ['eSIM'],
  id: ['eSIM', 'Fashion'],
  it: ['eSIM'],
  ko: ['eSIM'],
  pl: [],
  pt: ['eSIM', 'eSIMs', 'Gift card', 'Gift cards'],
  'pt-PT': ['eSIM'],
  tr: ['eSIM'],
  'zh-Hans': ['eSIM'],
  'zh-Hant': ['eSIM'],
};

for (const [language, messages] of all) {
  if (language === 'en') continue;
  describe(`${language} is not English`, () => {
    test('but for names and words that both have', () => {
      const same = [...texts(messages)].filter(
        ([path, value]) => typeof value === 'string' && value === english.get(path),
      );
      assert.deepEqual(new Set(same.map(([, value]) => value)), new Set(shared[language]));
    });

    test('where a text has values in it, either', () => {
      const bare = ['brand.between', 'quote.heading'];
      for (const [path, value] of texts(messages)) {
        const base = english.get(path);
        if (typeof value !== 'function' || typeof base !== 'function' || bare.includes(path)) continue;
        const given = Array.from({length: base.length}, (_, index) => String(71 + index));
        assert.notEqual(value(...given), base(...given), path);
        assert.equal(value.length, base.length, path);
      }
    });
  });
}

test('one brand is not brands', () => {
  assert.equal(en.brand.count(1), '1 brand');
  assert.equal(en.brand.count(0), '0 brands');
  assert.equal(en.brand.count(12), '12 brands');
});

test('one is not many in German and Spanish', () => {
  assert.deepEqual([0, 1, 2].map(de.brand.count), ['0 Marken', '1 Marke', '2 Marken']);
  assert.deepEqual([0, 1, 2].map(es.brand.count), ['0 marcas', '1 marca', '2 marcas']);
  assert.deepEqual([1, 2].map(es.payment.minutesLeft), [
    'Queda 1 minuto para pagar',
    'Quedan 2 minutos para pagar',
  ]);
  assert.deepEqual([1, 2].map(de.payment.minutesLeft), [
    'Noch 1 Minute zum Bezahlen',
    'Noch 2 Minuten zum Bezahlen',
  ]);
});

test('Arabic counts in six forms', () => {
  const forms: readonly (readonly [count: number, text: string])[] = [
    [1, 'بقيت دقيقة واحدة للدفع'],
    [2, 'بقيت دقيقتان للدفع'],
    [3, 'بقيت 3 دقائق للدفع'],
    [10, 'بقيت 10 دقائق للدفع'],
    [11, 'بقيت 11 دقيقة للدفع'],
    [99, 'بقيت 99 دقيقة للدفع'],
    [100, 'بقيت 100 دقيقة للدفع'],
    [103, 'بقيت 103 دقائق للدفع'],
  ];
  for (const [count, text] of forms) assert.equal(ar.payment.minutesLeft(count), text);
  assert.deepEqual([0, 1, 2, 3, 11].map(ar.brand.count), [
    'لا علامات تجارية',
    'علامة تجارية واحدة',
    'علامتان تجاريتان',
    '3 علامات تجارية',
    '11 علامة تجارية',
  ]);
});

describe('in Arabic', () => {
  const given = ['12.5\u00a0USDC', 'Polygon (PoS)', '+1 202'];
  const counts = /count|more|age|Left|progress/;

  test('every value keeps its own direction: it is isolated, whole, from the text around it', () => {
    for (const [path, value] of texts(ar)) {
      if (typeof value !== 'function' || counts.test(path) || path === 'quote.heading') continue;
      const values = given.slice(0, value.length);
      const said = String(value(...values));
      for (const part of values) assert.match(said, isolated(part), path);
    }
  });

  test('every isolate is closed', () => {
    for (const [path, value] of texts(ar)) {
      const said = String(typeof value === 'function' ? value(...given) : value);
      const left = said.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
      assert.doesNotMatch(left, /[\u2066-\u2069\u200e\u200f]/, path);
    }
  });

  test('so do the phone number and the name that stand in a text', () => {
    for (const text of [ar.details.phoneHint, ar.details.phoneWrong])
      assert.match(text, isolated('+1 202 555 0123'));
    assert.match(ar.done.smdpAddress, isolated('SM-DP+'));
  });
});

test('no language says less than English about money that may be lost', () => {
  const warnings: Record<string, readonly RegExp[]> = {
    de: [/verloren/, /nichts/, /nicht/],
    es: [/perderse/, /No envíes nada/, /No pagues/],
    ar: [/يضيع/, /لا ترسل/, /لا تدفع/],
  };
  for (const [language, [lost, send, pay]] of Object.entries(warnings)) {
    const {payment, errors} = all.get(language)!;
    assert.match(payment.onlyOn('USDC', 'Polygon'), lost as RegExp);
    assert.match(payment.cases.wrong.text, lost as RegExp);
    const stops = [
      payment.states.expired.text,
      payment.cases.late.text('5 USDC'),
      payment.cases.wrong.text,
      payment.states.expired.text,
    ];
    for (const text of stops) assert.match(text, send as RegExp);
    for (const text of [payment.incomplete, errors.payment_unverified])
      assert.match(text, new RegExp(`${(pay as RegExp).source}|${(send as RegExp).source}`));
  }
});

describe('the language for a tag', () => {
  const tags: Record<string, string> = {
    vi: 'vi',
    'vi-VN': 'vi',
    VI: 'vi',
    vi_VN: 'vi',
    'vi-Latn-VN': 'vi',
    'de-AT': 'de',
    'es-419': 'es',
    'ar-EG': 'ar',
    ar_SA: 'ar',
    pt: 'pt',
    'pt-BR': 'pt',
    'pt-PT': 'pt-PT',
    'pt-AO': 'pt-PT',
    zh: 'zh-Hans',
    'zh-CN': 'zh-Hans',
    'zh-SG': 'zh-Hans',
    'zh-Hans-HK': 'zh-Hans',
    'zh-TW': 'zh-Hant',
    'zh-HK': 'zh-Hant',
    'zh-MO': 'zh-Hant',
    'zh-Hant': 'zh-Hant',
    'fr-CA': 'fr',
    'fil-PH': 'en',
    arc: 'en',
    en: 'en',
    'en-GB': 'en',
    ja: 'en',
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
  for (const language of LANGUAGES)
    assert.equal(loadMessages(language) instanceof Promise, language !== 'en', language);
  for (const tag of ['en', 'en-GB', 'ja', 'tlh', 'constructor'])
    assert.deepEqual(texts(await loadMessages(tagFor(tag))).get('back'), 'Back', tag);
});

describe('the tag that numbers, money and dates are written by', () => {
  const tags: Record<string, string> = {
    'en-GB': 'en-GB',
    'de-CH': 'de-CH',
    'pt-BR': 'pt-BR',
    'pt-PT': 'pt-PT',
    'zh-Hant': 'zh-Hant',
    'zh-hk': 'zh-HK',
    vi_VN: 'vi-VN',
    'DE-at-1996-u-nu-arab': 'de-AT-1996',
    'ja-JP': 'en',
    '': 'en',
    'not a tag': 'en',
    constructor: 'en',
  };
  for (const [tag, expected] of Object.entries(tags)) {
    test(`${JSON.stringify(tag)} is ${expected}`, () => {
      assert.equal(tagFor(tag), expected);
    });
  }
});

test('Arabic runs from right to left, the others do not', () => {
  for (const language of LANGUAGES)
    assert.equal(directionOf(language), language === 'ar' ? 'rtl' : 'ltr', language);
  assert.equal(directionOf('ar-EG'), 'rtl');
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
