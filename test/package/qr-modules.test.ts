import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {test} from 'node:test';

import {qrModules} from '../../src/elements/widgets/qr-modules.js';

const jsQR = createRequire(import.meta.url)('jsqr') as typeof import('jsqr')['default'];

const invoice = `LNBC3283300N1P5${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(8)}`;

/** Decodes a code with an independent reader, at four pixels a module with the quiet zone of the standard. */
function decoded(text: string): string | undefined {
  const modules = qrModules(text);
  const size = modules?.size ?? 0;
  const side = (size + 8) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < size * 4; y++)
    for (let x = 0; x < size * 4; x++)
      if (modules?.get(y >> 2, x >> 2))
        pixels.fill(0, ((y + 16) * side + x + 16) * 4, ((y + 16) * side + x + 16) * 4 + 3);
  return jsQR(pixels, side, side)?.data;
}

for (const text of [
  '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
  'bitcoin:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4?amount=0.00123456',
  `lightning:${invoice}`,
  `bitcoin:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4?amount=0.0032833&lightning=${invoice}`,
  'ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913@8453/transfer?address=0x54235780057CC828C92aA40e3b02053881990153&uint256=1000000',
  'LPA:1$smdp.example.com$K2-1BC9Q-77XYZ',
  'HTTPS://EXAMPLE.COM/ALL-UPPER-CASE',
  'a',
]) {
  test(`${text.slice(0, 40)} is read back`, () => {
    assert.equal(decoded(text), text);
  });
}

test('upper case takes less room', () => {
  const [upper, lower] = [invoice, invoice.toLowerCase()].map(text => qrModules(text)?.size ?? 0);
  assert.ok(upper! > 0 && upper! < lower!, `${upper} and ${lower} modules`);
});

test('what is not ASCII, or longer than any payment, is not drawn', () => {
  assert.equal(qrModules('münze:1'), undefined);
  assert.equal(qrModules('a1'.repeat(501)), undefined);
  assert.equal(decoded('a1'.repeat(500)), 'a1'.repeat(500));
});
