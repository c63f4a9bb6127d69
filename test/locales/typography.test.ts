import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {LANGUAGES, loadMessages} from '../../src/locales/index.js';
import {textsOf} from './texts-of.js';

/** Quotation marks around what a buyer searched for, as each language prints them. */
const QUOTES: Record<string, readonly [string, string]> = {
  ar: ['«', '»'],
  de: ['„', '“'],
  en: ['“', '”'],
  es: ['«', '»'],
  fr: ['«\u00a0', '\u00a0»'],
  hi: ['“', '”'],
  id: ['“', '”'],
  it: ['«', '»'],
  ko: ['‘', '’'],
  pl: ['„', '”'],
  pt: ['“', '”'],
  'pt-PT': ['“', '”'],
  tr: ['“', '”'],
  vi: ['“', '”'],
  'zh-Hans': ['“', '”'],
  'zh-Hant': ['「', '」'],
};

/** Labels of buttons, which are one line at 320 px: the most that such a line holds, letters of double width counted twice. */
const BUTTONS =
  /^(back|retry|change\w+|brand\.(showAll|previous)|quote\.(submit|otherBrands)|details\.(submit|change|orderAnew)|payment\.(check|copy|copied|openWallet|enlarge|startOver|quoteAgain|contact)|openOrder\.(show|stay)|done\.(reveal|hide|redeemLink|barcode|saveReceipt))$/;
const LONGEST = 34;

/** Stages stand side by side: five in a row. */
const LONGEST_STAGE_WORD = 11;

for (const language of LANGUAGES) {
  const loading = Promise.resolve(loadMessages(language));
  const texts = loading.then(messages =>
    [...textsOf(messages)].map(({path, value}) => ({
      path,
      text: String(typeof value === 'function' ? value('71', '72') : value),
    })),
  );

  describe(`the texts of ${language}`, () => {
    test('are set with real quotation marks, apostrophes and ellipses', async () => {
      for (const {path, text} of await texts) assert.doesNotMatch(text, /["']|\.\.\.|--| {2}/, path);
      const found = (await loading).brand.noMatch('71').replace(/[\u2068\u2069]/g, '');
      assert.ok(found.includes((QUOTES[language] ?? []).join('71')), found);
    });

    test('end sentences as the language does', async () => {
      const ends = {hi: /[।?…:]$/, zh: /[。？…：]$/}[language.slice(0, 2)] ?? /[.?!…:]$/;
      for (const {path, text} of await texts)
        if (/^(errors|problems)\./.test(path)) assert.match(text, ends, path);
    });

    test('fit their buttons', async () => {
      for (const {path, text} of await texts)
        if (BUTTONS.test(path)) assert.ok(width(text) <= LONGEST, `${path}: ${text} (${width(text)})`);
    });

    test('fit their stages', async () => {
      for (const stage of Object.values((await loading).payment.stages))
        for (const word of stage.split(/\s/)) assert.ok(width(word) <= LONGEST_STAGE_WORD, stage);
    });
  });
}

test('French has a narrow no-break space before high signs, so that no line begins with one', async () => {
  for (const {path, value} of textsOf(await loadMessages('fr'))) {
    const text = String(typeof value === 'function' ? value('71', '72') : value);
    assert.doesNotMatch(text, /[^\u202f][?!;]|[^\u00a0]:/, path);
  }
});

/** Returns the width of a text in narrow letters. Marks above and below letters have none. */
function width(text: string): number {
  const wide = text.match(/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/g)?.length ?? 0;
  return text.replace(/\p{M}/gu, '').length + wide;
}
