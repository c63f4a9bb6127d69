import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sha256} from '@noble/hashes/sha2.js';
import {keccak_256} from '@noble/hashes/sha3.js';
import {base58, base58check, bech32, bech32m, hex} from '@scure/base';
import {decode} from 'light-bolt11-decoder';
import {coins} from '../../../src/sandbox/payment/coins.js';
import {invoice} from '../../../src/sandbox/payment/invoice.js';
import {knownAddresses, tokenAccounts} from '../../../src/sandbox/payment/known-addresses.js';
import {createHarness, start} from '../harness.js';

const legacy = (versions: readonly number[]) => (address: string) =>
  versions.includes(base58check(sha256).decode(address)[0] ?? -1);
/** Checks by BIP 350: bech32 for version 0, bech32m for later ones. */
const segwit = (prefix: string) => (address: string) => {
  const isFirst = address[prefix.length + 1] === 'q';
  const {prefix: found, words} = (isFirst ? bech32 : bech32m).decode(address as `${string}1${string}`);
  return found === prefix && bech32.fromWords(words.slice(1)).length === (isFirst ? 20 : 32);
};
const eip55 = (address: string) => {
  const plain = address.slice(2).toLowerCase();
  const digest = hex.encode(keccak_256(new TextEncoder().encode(plain)));
  const cased = [...plain].map((digit, at) => (digest[at]! >= '8' ? digit.toUpperCase() : digit));
  return address === `0x${cased.join('')}`;
};
const ton = (address: string) => {
  const bytes = Buffer.from(address, 'base64url');
  const sum = bytes.subarray(0, 34).reduce((sofar, byte) => {
    let next = sofar ^ (byte << 8);
    for (let bit = 0; bit < 8; bit++) next = (next & 0x8000 ? (next << 1) ^ 0x1021 : next << 1) & 0xffff;
    return next;
  }, 0);
  return bytes.length === 36 && bytes.readUInt16BE(34) === sum;
};
const solana = (address: string) => base58.decode(address).length === 32;

const checks: Record<string, (address: string) => boolean> = {
  EVM: eip55,
  SVM: solana,
  TVM: legacy([0x41]),
  TON: ton,
  BTC: address => (address.startsWith('bc1') ? segwit('bc')(address) : legacy([0, 5])(address)),
  LTC: address => (address.startsWith('ltc1') ? segwit('ltc')(address) : legacy([0x30, 0x32])(address)),
  DOGE: legacy([0x1e]),
  SUI: address => /^0x[\da-f]{64}$/.test(address),
};
const checkOf = (coin: string, engine: string) => checks[engine === 'UTXO' ? coin : engine] ?? (() => false);
const passes = (check: (address: string) => boolean, address: string) => {
  try {
    return check(address);
  } catch {
    return false;
  }
};

for (const [chain, check] of Object.entries(checks)) {
  test(`the addresses of ${chain} pass the checks of other libraries, and no two are the same`, () => {
    const list = knownAddresses(chain);
    assert.equal(list.length, chain === 'SUI' ? 0 : 8);
    assert.equal(new Set(list).size, list.length);
    for (const address of list) assert.ok(check(address), address);
  });
}

test('the contracts of tokens are valid addresses', () => {
  const networks = coins.flatMap(coin => coin.networks);
  for (const {engine, contract} of networks) {
    if (contract) assert.ok(checks[engine]?.(contract.address), contract.address);
  }
  assert.ok(networks.filter(({contract}) => contract).length > 15);
});

const offered = coins.flatMap(coin =>
  coin.networks
    .filter(network => !coin.isSuspended && !network.isSuspended)
    .map(network => ({coin: coin.name, network: network.name, engine: network.engine})),
);

for (const {coin, network, engine} of offered.filter(each => each.engine !== 'LIGHTNING')) {
  test(`an order in ${coin} on ${network} has a valid address, and an invalid one with bad-address`, async () => {
    const {order} = createHarness();
    const payment = {coin, network};
    const user = {full_name: 'Ana Lima'};
    const check = checkOf(coin, engine);
    const right = await order({payment, user});
    assert.ok(passes(check, right.wallet_address ?? ''), right.wallet_address ?? 'none');
    const next = await order({payment, user});
    assert.notEqual(next.wallet_address, right.wallet_address);
    const wrong = await order({payment, user, email: 'bad-address@sandbox.test'});
    assert.ok(!passes(check, wrong.wallet_address ?? ''), wrong.wallet_address ?? 'none');
    assert.ok(!wrong.qr_text?.includes(next.wallet_address ?? ''));
  });
}

test('a token account lies off the curve where a wallet lies on it', async () => {
  const {order} = createHarness();
  const payment = {coin: 'USDC', network: 'Solana'};
  const made = await order({payment, email: 'token-account@sandbox.test'});
  const accounts: readonly string[] = tokenAccounts;
  assert.ok(accounts.includes(made.wallet_address ?? ''));
  for (const account of accounts) assert.ok(solana(account) && !isOnCurve(base58.decode(account)));
  for (const wallet of knownAddresses('SVM')) assert.ok(isOnCurve(base58.decode(wallet)));
});

/** Checks whether a y has an x (RFC 8032, 5.1.3). */
function isOnCurve(bytes: Uint8Array): boolean {
  const prime = 2n ** 255n - 19n;
  const power = (base: bigint, exponent: bigint): bigint => {
    if (exponent === 0n) return 1n;
    const half = power((base * base) % prime, exponent >> 1n);
    return exponent & 1n ? (half * base) % prime : half;
  };
  const y = BigInt(`0x${hex.encode(bytes.toReversed())}`) & (2n ** 255n - 1n);
  const d = ((prime - 121665n) * power(121666n, prime - 2n)) % prime;
  const square = (y * y - 1n + prime) * power((((d * y) % prime) * y + 1n) % prime, prime - 2n);
  return power(square % prime, (prime - 1n) / 2n) === 1n;
}

type Section = {name: string; value?: unknown};
const read = (text: string) => {
  const {sections, expiry} = decode(text) as unknown as {sections: Section[]; expiry: number};
  return {expiry, of: (name: string) => sections.find(section => section.name === name)?.value};
};

test('a Lightning invoice is read by another decoder: amount, time, expiry, hashes and signature', async () => {
  const {order} = createHarness();
  const payment = {coin: 'BTC', network: 'Lightning'};
  const made = await order({payment});
  const invoiceRead = read(made.wallet_address ?? '');
  const millisatoshis = BigInt(made.coin_amount.replace('.', '')) * 1000n;
  assert.equal(invoiceRead.of('amount'), String(millisatoshis));
  assert.equal(invoiceRead.of('timestamp'), start / 1000);
  assert.equal(invoiceRead.expiry, 1800);
  assert.equal(invoiceRead.of('description'), 'sandbox');
  assert.match(String(invoiceRead.of('payment_hash')), /^[\da-f]{64}$/);
  assert.match(String(invoiceRead.of('payment_secret')), /^[\da-f]{64}$/);
  assert.match(String(invoiceRead.of('signature')), /^[\da-f]{130}$/);
  const short = await order({payment, email: 'short@sandbox.test'});
  assert.equal(read(short.wallet_address ?? '').expiry, 90);
});

test('the amount of an invoice has the shortest spelling', () => {
  const prefix = (coinAmount: string) =>
    /^lnbc[0-9]*[munp]?(?=1)/.exec(invoice({coinAmount, createdAt: 1, orderId: 'x', window: 60}))?.[0];
  assert.equal(prefix('0.00032833'), 'lnbc328330n');
  assert.equal(prefix('0.00032800'), 'lnbc328u');
  assert.equal(prefix('0.003'), 'lnbc3m');
  assert.equal(prefix('2.00000000'), 'lnbc2');
});
