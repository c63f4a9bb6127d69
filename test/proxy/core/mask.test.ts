/** What the API repeats of the partner's id or of a secret leaves the proxy in no form. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createMask} from '../../../src/proxy/core/mask.js';

const ids = ['partner-1', '3f2b8c1e-77aa-4b0e-9d1c-0a5d2e6f7a88', 'Shop/ü "x" & co', 'a+b=c?d%20e'];

const escaped = (text: string) =>
  [...text].map(letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const percent = (text: string) => text.replace(/[^\w.-]/g, letter => encodeURIComponent(letter));

/** Ways in which an API may write a text. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  plain: text => text,
  'upper case': text => text.toUpperCase(),
  'lower case': text => text.toLowerCase(),
  'in a JSON string': text => JSON.stringify(text),
  'in JSON in a JSON string': text => JSON.stringify(JSON.stringify({id: text})),
  'with slashes escaped': text => JSON.stringify(text).replaceAll('/', '\\/'),
  'as escapes': escaped,
  'as escapes in capitals': text => escaped(text).toUpperCase().replaceAll('\\U', '\\u'),
  'as escapes in a JSON string': text => JSON.stringify(escaped(text)),
  'as part of a URL': encodeURIComponent,
  'as part of a URL, in lower case': text => percent(text).replace(/%../g, code => code.toLowerCase()),
  'as part of a URL, twice': text => encodeURIComponent(encodeURIComponent(text)),
  'as a form': text => `${new URLSearchParams({id: text})}`,
  'every byte of a URL': text => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  hexadecimal: text => Buffer.from(text).toString('hex'),
  'hexadecimal in capitals': text => Buffer.from(text).toString('hex').toUpperCase(),
  'in HTML': text => [...text].map(letter => `&#${letter.codePointAt(0)};`).join(''),
  'in HTML, hexadecimal': text =>
    [...text].map(letter => `&#x${letter.codePointAt(0)!.toString(16)};`).join(''),
};

test('every form of an id is replaced, wherever it stands', () => {
  for (const id of ids) {
    const mask = createMask([id]);
    for (const [name, form] of Object.entries(forms)) {
      const text = `before ${form(id)}, after`;
      const masked = mask(text);
      assert.match(masked, /^before .*\*\*\*.*, after$/, `${name}: ${masked}`);
      // Nothing that is left is longer than what chance would leave.
      for (let length = 4; length < id.length; length++) {
        const part = form(id.slice(0, length)).replace(/^"|"$/g, '');
        assert.ok(!masked.includes(part), `${name}: ${masked}`);
      }
    }
  }
});

test('base64 that holds an id is replaced, whatever precedes and follows it', () => {
  for (const id of ids) {
    const mask = createMask([id]);
    for (const encoding of ['base64', 'base64url'] as const) {
      for (const before of ['', 'a', 'ab', 'Basic user:', 'x-cr-application: ']) {
        for (const after of ['', '1', '12', ':secret']) {
          const masked = mask(Buffer.from(before + id + after).toString(encoding));
          const decoded = Buffer.from(masked.replaceAll('***', '....'), 'base64').toString();
          assert.ok(masked.includes('***'), masked);
          assert.ok(!decoded.includes(id.slice(0, 6)) && !decoded.includes(id.slice(-6)), decoded);
        }
      }
    }
  }
});

test('a JSON text stays one, with its numbers', () => {
  const mask = createMask(['12345678']);
  const text =
    '{"app":12345678,"amount":0.12345678,"n":[12345678,112345678],"text":"12345678","\\"":"a12345678"}';
  assert.deepEqual(JSON.parse(mask(text)), {
    app: null,
    amount: 0.12345678,
    n: [null, 112345678],
    text: '***',
    '"': 'a12345678',
  });
  assert.equal(mask('application 12345678.'), 'application ***.');
});

test('an id that is a word is replaced by itself and not as a part of others', () => {
  const mask = createMask(['cryptorefills', 'shop']);
  const url = 'https://cdn.cryptorefills.com/shopping.webp';
  assert.equal(mask(url), url);
  assert.equal(mask('application cryptorefills.'), 'application ***.');
  assert.equal(mask('{"app":"cryptorefills","x":"shop"}'), '{"app":"***","x":"***"}');
});

test('an id that is part of every text leaves texts alone', () => {
  const text = '{"country_code":"US","text":"us"}';
  assert.equal(createMask(['US', 'p', ''])(text), text);
});

// In quadratic time each of these would take hours.
test('a large text is searched in linear time, whatever it holds', {timeout: 120_000}, () => {
  const mask = createMask(ids);
  for (const text of ['x', 'partner-', '\\', '%25', 'a%2', '&#0000', '\\u007']) {
    const large = text.repeat(1e6);
    assert.equal(mask(large), large);
  }
});
