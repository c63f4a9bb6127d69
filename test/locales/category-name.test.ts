import assert from 'node:assert/strict';
import {test} from 'node:test';

import {categoryName} from '../../src/locales/category-name.js';
import {LANGUAGES, loadMessages} from '../../src/locales/index.js';

test('a category is named in the language; a new one by its key, which is English', async () => {
  for (const language of LANGUAGES) {
    const messages = await loadMessages(language);
    assert.equal(categoryName('travel_flights', messages).language, undefined);
    assert.deepEqual(categoryName('home_garden', messages), {text: 'Home garden', language: 'en'});
    assert.deepEqual(categoryName('constructor', messages), {text: 'Constructor', language: 'en'});
  }
});
