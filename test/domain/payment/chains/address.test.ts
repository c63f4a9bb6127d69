import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {sha256} from '@noble/hashes/sha2.js';
import {keccak_256} from '@noble/hashes/sha3.js';
import {bytesToHex} from '@noble/hashes/utils.js';
import {base58, bech32, bech32m, createBase58check} from '@scure/base';
import type {ChainName} from '../../../../src/domain/payment/chains/chain.js';
import {isAddress} from '../../../../src/domain/payment/chains/index.js';
import {normalizeAddress} from '../../../../src/domain/payment/chains/normalize-address.js';
import {anInvoice} from '../../../samples/payments.js';
import {seededRandom} from '../../../samples/random.js';

const random = seededRandom(4);
const randomBytes = (length: number) => Uint8Array.from({length}, () => Math.floor(random() * 256));
const base58check = createBase58check(sha256);
const withVersion = (version: number) => base58check.encode(Uint8Array.of(version, ...randomBytes(20)));
const segwit = (prefix: string, version: number, program = randomBytes(version === 0 ? 20 : 32)) =>
  (version === 0 ? bech32 : bech32m).encode(prefix, [version, ...bech32.toWords(program)]);

/** Addresses out of specifications and documents. */
const published: readonly (readonly [ChainName, string])[] = [
  ['bitcoin', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
  ['bitcoin', '3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX'],
  ['bitcoin', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'],
  ['bitcoin', 'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y'],
  ['bitcoin', 'BC1SW50QGDZ25J'],
  ['bitcoin', 'bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs'],
  ['bitcoin', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ['litecoin', 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
  ['dogecoin', 'DJRAzMrPUBRKaVZefdfp5DipA4tQ7JCYsk'],
  ['tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
  ['ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ['ethereum', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
  ['ethereum', '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB'],
  ['ethereum', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb'],
  ['ethereum', '0x52908400098527886E0F7030069857D2E4169EE7'],
  ['ethereum', '0xde709f2102306220921060314715629080e2fb77'],
  ['solana', 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN'],
  ['solana', '11111111111111111111111111111111'],
  ['ton', 'EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs'],
  ['ton', 'EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id/sDs'],
  ['ton', 'UQDYzZmfsrGzhObKJUw4gzdeIxEai3jAFbiGKGwxvxHinf4K'],
  ['ton', '0:b113a994b5024a16719f69139328eb759596c38a25f59028b146fecdc3621dfe'],
  ['sui', `0x${'2'.repeat(64)}`],
];

/** From BIP 173 and BIP 350, and the like of them elsewhere. */
const refused: readonly (readonly [string, ChainName, string])[] = [
  ['another prefix', 'bitcoin', 'tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty'],
  ['a test network', 'bitcoin', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx'],
  ['bech32m for version 0', 'bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh'],
  ['bech32 for version 1', 'bitcoin', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd'],
  [
    'a version that there is not',
    'bitcoin',
    'BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R',
  ],
  ['a program that is too short', 'bitcoin', 'bc1pw5dgrnzv'],
  [
    'a program that is too long',
    'bitcoin',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav',
  ],
  ['a length that version 0 has not', 'bitcoin', 'BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P'],
  [
    'padding of more than four bits',
    'bitcoin',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf',
  ],
  ['no data', 'bitcoin', 'bc1gmk9yu'],
  ['mixed case', 'bitcoin', 'bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['an invoice on chain', 'bitcoin', anInvoice('1000')],
  ['the address of another chain', 'litecoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['the key version of another chain', 'dogecoin', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
  ['bech32 where there is none', 'dogecoin', 'ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
  ['a character too few', 'ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe'],
  ['no 0x', 'ethereum', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ['31 bytes', 'solana', base58.encode(new Uint8Array(31).fill(7))],
  ['33 bytes', 'solana', base58.encode(new Uint8Array(33).fill(7))],
  ['a character that base58 leaves out', 'solana', 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2k0'],
  ['an address for the test network', 'ton', 'kQDYzZmfsrGzhObKJUw4gzdeIxEai3jAFbiGKGwxvxHinUTN'],
  ['both kinds of base64 in one', 'ton', `-/${'A'.repeat(46)}`],
  ['a workchain that there is not', 'ton', `7:${'ab'.repeat(32)}`],
  ['63 digits', 'sui', `0x${'2'.repeat(63)}`],
  ['blanks', 'ethereum', ' 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
];

describe('addresses', () => {
  test('out of specifications are addresses', () => {
    for (const [chain, address] of published) assert.ok(isAddress(chain, address), address);
  });

  for (const [why, chain, address] of refused) {
    test(`on ${chain}: ${why} is refused`, () => assert.equal(isAddress(chain, address), false));
  }

  test('made by independent encoders are addresses', () => {
    for (let time = 0; time < 40; time++) {
      const made: readonly (readonly [ChainName, string])[] = [
        ['bitcoin', withVersion(0)],
        ['bitcoin', withVersion(5)],
        ['bitcoin', segwit('bc', 0)],
        ['bitcoin', segwit('bc', 0, randomBytes(32))],
        ['bitcoin', segwit('bc', 1)],
        ['litecoin', withVersion(48)],
        ['litecoin', withVersion(50)],
        ['litecoin', segwit('ltc', 0)],
        ['litecoin', segwit('ltc', 1)],
        ['dogecoin', withVersion(30)],
        ['dogecoin', withVersion(22)],
        ['tron', withVersion(65)],
        ['solana', base58.encode(randomBytes(32))],
        ['ethereum', checksummed(randomBytes(20))],
      ];
      for (const [chain, address] of made) assert.ok(isAddress(chain, address), address);
    }
  });

  test('with one character changed are none, wherever there is a checksum', () => {
    for (const [chain, address] of published) {
      if (chain === 'solana' || chain === 'sui' || address.includes(':')) continue;
      for (let at = 0; at < address.length; at++) {
        const before = address[at] ?? '';
        const isLower = /^0x[\da-f]+$|^0x[\dA-F]+$/.test(address);
        if (isLower || (chain === 'ton' && /[-_+/]/.test(before))) continue;
        const after = before === '2' ? '3' : '2';
        const changed = address.slice(0, at) + after + address.slice(at + 1);
        assert.equal(isAddress(chain, changed), false, `${address} -> ${changed}`);
      }
    }
  });

  test('with the case of one letter changed are none on an EVM chain', () => {
    const address = '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
    for (let at = 0; at < address.length; at++) {
      const letter = address[at] ?? '';
      const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
      const changed = `0x${address.slice(0, at)}${other}${address.slice(at + 1)}`;
      assert.equal(isAddress('ethereum', changed), other === letter, changed);
    }
  });

  test('are checked in full on a page that is not served securely, where the platform has no digest', () => {
    const address = '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2';
    const typo = `${address.slice(0, -1)}3`;
    assert.equal(isAddress('bitcoin', typo), false);
    const {crypto} = globalThis;
    Object.defineProperty(globalThis, 'crypto', {value: {}, configurable: true});
    try {
      assert.equal(isAddress('bitcoin', address), true);
      assert.equal(isAddress('bitcoin', typo), false);
      assert.equal(isAddress('bitcoin', address.slice(0, -3)), false);
      assert.equal(isAddress('dogecoin', address), false);
    } finally {
      Object.defineProperty(globalThis, 'crypto', {value: crypto, configurable: true});
    }
  });

  test('on an unknown chain can be any word, but not a wrong EVM address', () => {
    assert.ok(isAddress(undefined, 'rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh'));
    assert.ok(isAddress(undefined, '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'));
    assert.equal(isAddress(undefined, '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD'), false);
    for (const text of ['', 'two words', 'Ünïcode1234', `${'x'.repeat(300)}`, 'a\u202eb\u202ec'])
      assert.equal(isAddress(undefined, text), false, text);
  });

  test('on an unknown chain have no scheme, path or query', () => {
    for (const text of [
      'https://thief.example',
      'bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2?amount=9',
      'rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh?dt=1',
      'javascript:alert(1)',
      'a/b/c/d',
      'name@host.example',
      'two%20words',
    ])
      assert.equal(isAddress(undefined, text), false, text);
    for (const text of ['nano_1abc', 'shop.near', '0.0.12345', 'addr1q9-x_'])
      assert.equal(isAddress(undefined, text), true, text);
  });

  test('are the same in either case only where case says nothing', () => {
    assert.equal(normalizeAddress('0x5AAE'), '0x5aae');
    assert.equal(
      normalizeAddress('BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'),
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    );
    for (const exact of ['DJRAzMrPUBRKaVZefdfp5DipA4tQ7JCYsk', 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN'])
      assert.equal(normalizeAddress(exact), exact);
  });
});

function checksummed(bytes: Uint8Array): string {
  const digits = bytesToHex(bytes);
  const hash = bytesToHex(keccak_256(new TextEncoder().encode(digits)));
  return `0x${[...digits].map((digit, at) => ((hash[at] ?? '') > '7' ? digit.toUpperCase() : digit)).join('')}`;
}
