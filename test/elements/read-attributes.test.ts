import {expect} from '@open-wc/testing';

import {type RawSettings, readAttributes} from '../../src/elements/read-attributes.js';

const none: RawSettings = {
  proxyUrl: '',
  subscribeUrl: '',
  country: '',
  brand: '',
  amount: '',
  coin: '',
  network: '',
  kinds: '',
  email: '',
  orderId: '',
  refundAddress: '',
  utmSource: '',
  theme: '',
  supportUrl: '',
  termsUrl: '',
  lockCountry: false,
  headingLevel: '',
  noResume: false,
  history: false,
};

describe('the country of a page that names none', () => {
  const countries = {
    'pt-BR': 'BR',
    'zh-Hant-TW': 'TW',
    de: 'US',
    // Chrome in Latin America and Windows elsewhere say regions that are no countries (UN M.49).
    'es-419': 'US',
    'en-150': 'US',
    '': 'US',
    'not a language': 'US',
  };
  for (const [language, country] of Object.entries(countries)) {
    it(`is ${country} in a browser whose language is “${language}”`, () => {
      const settings = readAttributes(none, {
        baseUrl: 'https://shop.example/',
        hostName: 'shop.example',
        language,
      });
      expect(settings.country).to.equal(country);
      expect(settings.invalid).to.deep.equal([]);
    });
  }
});
