import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {PaymentUri} from '../../../src/domain/payment/chains/chain.js';
import {readPaymentUri} from '../../../src/domain/payment/read-payment-uri.js';

const evm = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const token = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';

/** The examples of the specifications, or the like of them. */
const read: readonly (readonly [string, PaymentUri])[] = [
  ['bitcoin:abc?amount=20.3&label=Luke-Jr', {chain: 'bitcoin', address: 'abc', amount: '20.3'}],
  ['bitcoin:abc', {chain: 'bitcoin', address: 'abc'}],
  [
    'BITCOIN:ABC?amount=0.1&lightning=LNBC',
    {chain: 'bitcoin', address: 'ABC', amount: '0.1', invoice: 'LNBC'},
  ],
  ['lightning:lnbc1x', {chain: 'lightning', address: 'lnbc1x'}],
  ['litecoin:ltc1?amount=0.5&message=a%20card', {chain: 'litecoin', address: 'ltc1', amount: '0.5'}],
  ['dogecoin:D1?amount=1313', {chain: 'dogecoin', address: 'D1', amount: '1313'}],
  ['doge:D1?amount=1313', {chain: 'dogecoin', address: 'D1', amount: '1313'}],
  [
    `ethereum:${evm}@8453?value=1e16`,
    {chain: 'ethereum', address: evm, units: '10000000000000000', chainId: '8453'},
  ],
  [`ethereum:pay-${evm}?value=2.014e18`, {chain: 'ethereum', address: evm, units: '2014000000000000000'}],
  [
    `ethereum:${token}@1/transfer?address=${evm}&uint256=1`,
    {chain: 'ethereum', address: evm, contract: token, units: '1', chainId: '1'},
  ],
  ['solana:So1?amount=1', {chain: 'solana', address: 'So1', amount: '1'}],
  [
    'solana:So1?amount=0.01&spl-token=Mint&reference=A&reference=B&memo=m',
    {
      chain: 'solana',
      address: 'So1',
      amount: '0.01',
      contract: 'Mint',
      memo: 'm',
      references: ['A', 'B'],
    },
  ],
  [
    'ton://transfer/UQ_-?amount=5&text=hello%20you',
    {chain: 'ton', address: 'UQ_-', units: '5', memo: 'hello you'},
  ],
  ['ton://transfer/UQ?jetton=EQ&amount=5', {chain: 'ton', address: 'UQ', units: '5', contract: 'EQ'}],
  ['tron:T1?amount=1.5', {chain: 'tron', address: 'T1', amount: '1.5'}],
  [
    'sui:pay?receiver=0x1&amount=10&coinType=0x2%3A%3Asui%3A%3ASUI&nonce=1',
    {chain: 'sui', address: '0x1', units: '10', contract: ''},
  ],
];

/** URIs of which a part would change what is paid, or is not understood. */
const garbled = [
  'bitcoin:abc?amount=1&amount=2',
  'bitcoin:abc?amount=1&req-somethingyoudontunderstand=50',
  'bitcoin:abc?amount=1&pj=https://thief.example',
  'bitcoin:abc?amount=1&AMOUNT=2',
  `ethereum:${evm}@1?value=1&gasPrice=999999999999`,
  `ethereum:${evm}@1/approve?address=${evm}&uint256=1`,
  'ethereum:vitalik.eth@1?value=1',
  `ethereum:${evm}@0x1?value=1`,
  'ton://transfer/UQ?amount=5&bin=te6cckEBAQEAAgAAAEysuc0',
  'ton://transfer/UQ?amount=5&init=te6cckEBAQEAAgAAAEysuc0',
  'ton://connect/UQ?amount=5',
  'solana:So1?amount=1&amount=2',
  // Keys of another scheme, and twice the same.
  'solana:So1?amount=1&receiver=So2',
  'solana:So1?amount=1&jetton=Mint',
  'solana:So1?amount=1&value=1',
  'solana:So1?amount=1&text=m',
  'solana:So1?amount=1&lightning=lnbc1x',
  'solana:So1?amount=1&spl-token=Mint&spl-token=Mint',
  'solana:So1?amount=1&memo=a&memo=b',
  'bitcoin:abc?amount=1&reference=A&reference=B',
  'bitcoin:abc?amount=1&spl-token=Mint',
  'bitcoin:abc?amount=1&memo=1',
  'litecoin:ltc1?amount=1&lightning=lnbc1x',
  'dogecoin:D1?amount=1&lightning=lnbc1x',
  'lightning:lnbc1x?amount=1',
  `ethereum:${evm}@1?value=1&address=${token}`,
  `ethereum:${evm}@1?value=1&uint256=2`,
  `ethereum:${evm}@1?amount=1`,
  `ethereum:${token}@1/transfer?address=${evm}&uint256=1&value=1`,
  'ton://transfer/UQ?amount=5&receiver=UQ2',
  'ton://transfer/UQ?amount=5&spl-token=Mint',
  'ton://transfer/UQ?amount=5&memo=7',
  'tron:T1?amount=1&receiver=T2',
  'sui:pay?receiver=0x1&receiver=0x2&amount=10',
  'sui:0x1?receiver=0x2&amount=10',
  'sui:pay?receiver=0x1&amount=10&jetton=0x2',
  // Keys and paths that are written in another way than plainly.
  'solana:https%3A%2F%2Fthief.example',
  'solana:https%3A%2F%2Fthief.example?amount=1&receiver=So1',
  'solana:So%31?amount=1',
  'solana:So1?%61mount=1',
  'solana:So1?amount=1&Amount=2',
  'solana:So1?amount=1&memo=%zz',
  'solana:So1?amount=1&memo=%ff',
  'solana:So1?amount=1&memo',
  'solana:So1?amount=1&&memo=m',
  'solana:So1?amount=1#memo',
  'solana:So1?amount=1&memo=m&MEMO=m2',
  'solana:So1?amount=1&SPL-TOKEN=Mint',
  'solana:So1?amount=1&amp;memo=m',
  'solana:So1?amount=1&network=devnet',
  'solana:So1 ?amount=1',
  'solana:So1?amount=1&memo=%E0%A4%A',
  'bitcoin:abc?req-amount=1',
  'bitcoin:abc?amount=1&REQ-x=1',
  'bitcoin:abc?amount=1&sp=sp1q',
  'bitcoin:abc?amount=1&lno=lno1q',
  'bitcoin:abc?amount=1&pop=x%3A',
  'bitcoin:abc?lightning=lnbc1x&LIGHTNING=lnbc1y',
  `ethereum:${evm}@1?value=1&chainId=5`,
  `ethereum:${evm}@1?value=1&data=0x`,
  `ethereum:${evm}@1/transferFrom?address=${evm}&uint256=1`,
  `ethereum:${token}@1/transfer?address=${evm}&address=${token}&uint256=1`,
  `ethereum:${token}@1/transfer?uint256=1`,
  `ethereum:${evm}@1@5?value=1`,
  `ethereum:${evm.slice(2)}@1?value=1`,
  'ton://transfer/UQ?amount=5&AMOUNT=6',
  'ton://transfer/UQ?amount=5&text=a&text=b',
  'ton://transfer/UQ?amount=5&exp=1',
  'ton://transfer/?amount=5',
  'tron:T1?amount=1&memo=7',
  'sui:pay?amount=10',
  // A plus sign, which some readers take for a space.
  'bitcoin:abc?amount=+1',
  `ethereum:${evm}@1?value=+1`,
  'solana:So1?amount=1&memo=a+b',
  'solana:So1?amount=1\u0000',
  'solana:So1?amount=1&memo=\u202e',
  // Forms that the reference reader of each scheme refuses.
  'ton:transfer/UQ?amount=5',
];

/** Texts whose recipient is read, and is not the address that a reader who strips `//` would take. */
const misleading = ['bitcoin://abc?amount=1', 'solana://So1?amount=1', 'tron://T1', 'lightning://lnbc1x'];

/** Amounts that the reference reader of a scheme refuses, or reads as another number. */
const noAmounts = [
  'bitcoin:abc?amount=1e3',
  'bitcoin:abc?amount=-1',
  'bitcoin:abc?amount=1,5',
  'bitcoin:abc?amount=.5',
  'bitcoin:abc?amount=5.',
  'bitcoin:abc?amount=0x10',
  'bitcoin:abc?amount=%31%20',
  'solana:So1?amount=1e3',
  'solana:So1?amount=Infinity',
  'ton://transfer/UQ?amount=1e9',
  'tron:T1?amount=1E3',
  `ethereum:${evm}@1?value=1e100`,
  `ethereum:${evm}@1?value=0x10`,
  `ethereum:${evm}@1?value=1e-3`,
  `ethereum:${evm}@1?value=.5e3`,
  'bitcoin:abc?amount=1.2.3',
  'bitcoin:abc?amount=1_000',
  'bitcoin:abc?amount=NaN',
  'bitcoin:abc?amount=%EF%BC%91',
  'solana:So1?amount=.5',
  'solana:So1?amount=1;spl-token=Mint',
  'solana:So1?amount=1.',
  'solana:So1?amount=%201',
  'ton://transfer/UQ?amount=-5',
  'dogecoin:D1?amount=1E2',
];

describe('a payment URI', () => {
  for (const [text, asked] of read) {
    test(`is read: ${text}`, () => {
      const found = Object.entries(readPaymentUri(text) ?? {}).filter(([, value]) => value !== undefined);
      assert.deepEqual(Object.fromEntries(found), asked);
    });
  }

  for (const text of garbled) {
    test(`names no recipient: ${text}`, () => assert.equal(readPaymentUri(text)?.address, ''));
  }

  for (const text of misleading) {
    test(`is for the recipient as it stands there: ${text}`, () => {
      assert.match(readPaymentUri(text)?.address ?? '', /^(\/\/|$)/);
    });
  }

  for (const text of noAmounts) {
    test(`names no amount: ${text}`, () => {
      const {address, amount, units} = readPaymentUri(text) ?? {};
      assert.ok(address);
      assert.deepEqual([amount, units], [undefined, undefined]);
    });
  }

  test('of an unknown scheme is none', () => {
    for (const text of [
      '',
      'abc',
      'https://a.example',
      'javascript:alert(1)',
      'constructor:x',
      '__proto__:x',
      'ripple:r1',
    ])
      assert.equal(readPaymentUri(text), undefined, text);
  });
});
