import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as bip21 from 'bip21';
import {decode} from 'bolt11';
import {parse} from 'eth-url-parser';
import {createHarness} from '../harness.js';

interface Pay {
  readonly coin: string;
  readonly network: string;
}
const solana = {coin: 'USDC', network: 'Solana'};
const bitcoin = {coin: 'BTC', network: 'Mainnet'};
const lightning = {coin: 'BTC', network: 'Lightning'};
const base = {coin: 'USDC', network: 'Base'};
const ether = {coin: 'ETH', network: 'ETH Mainnet'};

/** Makes an order; `named` is its `qr_text` with placeholders for address and amount. */
async function said(payment: Pay, word?: string) {
  const {order} = createHarness();
  const email = word ? `${word}@sandbox.test` : 'buyer@example.com';
  const made = await order({payment: {...payment}, email, user: {full_name: 'Ana Lima'}});
  const {wallet_address: address, coin_amount: amount, qr_text: text} = made;
  assert.ok(address);
  const named = text?.replaceAll(address, 'ADDRESS').replace(amount, 'AMOUNT');
  return {...made, address, amount, text: text ?? '', named};
}

const nano = (amount: string, decimals: number) => {
  const [whole = '', fraction = ''] = amount.split('.');
  return String(BigInt(whole + fraction.padEnd(decimals, '0')));
};

/** Types the option that the library keeps without knowing it. */
const readBitcoin = (text: string) => {
  const {address, options} = bip21.decode(text);
  return {address, options: options as typeof options & {lightning?: string}};
};

test('by default a text has the form that was captured for its network', async () => {
  assert.equal((await said(bitcoin)).named, 'bitcoin:ADDRESS?amount=AMOUNT');
  assert.equal((await said(lightning)).named, 'lightning:ADDRESS');
  assert.equal((await said({coin: 'LTC', network: 'Mainnet'})).named, 'litecoin:ADDRESS?amount=AMOUNT');
  assert.equal((await said({coin: 'DOGE', network: 'Mainnet'})).named, 'dogecoin:ADDRESS?amount=AMOUNT');
  for (const pay of [
    solana,
    {coin: 'SOL', network: 'Solana'},
    {coin: 'USDT', network: 'Tron'},
    {coin: 'TRX', network: 'Tron'},
    {coin: 'GRAM', network: 'Ton'},
    {coin: 'USDT', network: 'Ton'},
    {coin: 'SUI', network: 'Sui'},
  ]) {
    assert.equal((await said(pay)).named, 'ADDRESS', pay.coin);
  }
});

test('ERC-681 texts are read by another parser', async () => {
  const token = await said(base);
  const read = parse(token.text);
  assert.equal(read.target_address, '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913');
  assert.equal(read.chain_id, '8453');
  assert.equal(read.function_name, 'transfer');
  assert.equal(read.parameters?.address, token.address);
  assert.equal(read.parameters?.uint256, nano(token.amount, 6));
  const dai = await said({coin: 'DAI', network: 'ETH Mainnet'});
  assert.equal(parse(dai.text).parameters?.uint256, nano(dai.amount, 18));
  const own = await said(ether);
  assert.equal(own.text, `ethereum:${own.address}@1?value=${nano(own.amount, 18)}`);
});

test('qr-uri gives a payment URI on every network', async () => {
  assert.equal(
    (await said(solana, 'qr-uri')).named,
    'solana:ADDRESS?amount=AMOUNT&spl-token=EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v',
  );
  assert.equal(
    (await said({coin: 'SOL', network: 'Solana'}, 'qr-uri')).named,
    'solana:ADDRESS?amount=AMOUNT',
  );
  assert.equal((await said({coin: 'TRX', network: 'Tron'}, 'qr-uri')).named, 'tron:ADDRESS?amount=AMOUNT');
  const gram = await said({coin: 'GRAM', network: 'Ton'}, 'qr-uri');
  assert.equal(gram.text, `ton://transfer/${gram.address}?amount=${nano(gram.amount, 9)}`);
  const jetton = await said({coin: 'USDT', network: 'Ton'}, 'qr-uri');
  assert.equal(
    jetton.text,
    `ton://transfer/${jetton.address}?jetton=EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs&amount=${nano(jetton.amount, 6)}`,
  );
  const sui = new URL((await said({coin: 'SUI', network: 'Sui'}, 'qr-uri')).text);
  assert.equal(sui.searchParams.get('coinType'), '0x2::sui::SUI');
  assert.ok((sui.searchParams.get('nonce') ?? '').length <= 36);
});

test('qr-bare gives the address or the invoice alone, qr-missing null', async () => {
  for (const pay of [bitcoin, lightning, base, ether])
    assert.equal((await said(pay, 'qr-bare')).named, 'ADDRESS');
  assert.equal((await said(bitcoin, 'qr-missing')).qr_text, null);
});

test('qr-unified offers address and invoice over the same amount', async () => {
  const both = await said(bitcoin, 'qr-unified');
  const {address, options} = readBitcoin(both.text);
  assert.equal(address, both.address);
  assert.equal(options.amount, Number(both.amount));
  const invoice = decode(String(options.lightning));
  assert.equal(invoice.millisatoshis, `${nano(both.amount, 8)}000`.replace(/^0+/, ''));
  assert.match(invoice.payeeNodeKey ?? '', /^0[23][\da-f]{64}$/);
  const only = await said(lightning, 'qr-unified');
  assert.equal(only.named, 'bitcoin:?amount=AMOUNT&lightning=ADDRESS');
});

test('qr-upper writes in capitals what has no case', async () => {
  const upper = await said(lightning, 'qr-upper');
  assert.equal(upper.text, `LIGHTNING:${upper.address.toUpperCase()}`);
  assert.equal((await said(base, 'qr-upper')).text.split(':')[0], 'ETHEREUM');
  const sol = await said(solana, 'qr-uri+qr-upper');
  assert.match(sol.named ?? '', /^SOLANA:ADDRESS\?amount=/);
});

const everywhere: readonly Pay[] = [
  bitcoin,
  lightning,
  base,
  ether,
  solana,
  {coin: 'SOL', network: 'Solana'},
  {coin: 'LTC', network: 'Mainnet'},
  {coin: 'DOGE', network: 'Mainnet'},
  {coin: 'USDT', network: 'Tron'},
  {coin: 'TRX', network: 'Tron'},
  {coin: 'GRAM', network: 'Ton'},
  {coin: 'USDT', network: 'Ton'},
  {coin: 'SUI', network: 'Sui'},
];

for (const pay of everywhere) {
  test(`tampered texts of ${pay.coin} on ${pay.network} differ from the right one in one value`, async () => {
    const right = await said(pay, 'qr-uri');
    const wrong = await Promise.all(
      ['address', 'amount', 'coin', 'chain'].map(what => said(pay, `tampered-${what}`)),
    );
    const texts = [right, ...wrong].map(({text}) => text);
    assert.equal(new Set(texts).size, 5, texts.join('\n'));
    for (const each of wrong) {
      assert.equal(each.address, right.address === each.address ? right.address : each.address);
      assert.equal(each.amount, right.amount);
    }
    const [address, amount] = wrong;
    assert.ok(!address?.text.includes(address.address));
    if (pay.network !== 'Lightning') assert.ok(amount?.text.includes(amount.address));
  });
}

test('a tampered amount is ten times the right one, a tampered token another on the same chain', async () => {
  const amount = await said(base, 'tampered-amount');
  assert.equal(parse(amount.text).parameters?.uint256, `${nano(amount.amount, 6)}0`);
  const coin = parse((await said(base, 'tampered-coin')).text);
  assert.notEqual(coin.target_address, '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913');
  assert.equal(coin.chain_id, '8453');
  assert.equal(parse((await said(base, 'tampered-chain')).text).chain_id, '1');
  const invoice = await said(lightning, 'tampered-amount');
  const millisatoshis = decode(invoice.text.replace('lightning:', '')).millisatoshis;
  assert.equal(millisatoshis, `${nano(invoice.amount, 8)}0000`);
});

test('a tampered invoice asks for ten times the amount of its code', async () => {
  const both = await said(bitcoin, 'tampered-invoice');
  const {address, options} = readBitcoin(both.text);
  assert.equal(address, both.address);
  assert.equal(decode(String(options.lightning)).millisatoshis, `${nano(both.amount, 8)}0000`);
});

test('a memo is in the order and in the URIs that can have one', async () => {
  const ton = await said({coin: 'GRAM', network: 'Ton'}, 'memo+qr-uri');
  const memo = 'memo' in ton ? String(ton.memo) : '';
  assert.match(memo, /^\d{9}$/);
  assert.equal(new URL(ton.text).searchParams.get('text'), memo);
  assert.ok(!('memo' in (await said(bitcoin))));
});

test('the end of the window is in the field of the scenario', async () => {
  const {order} = createHarness();
  const field = async (word: string) => {
    const made = await order({email: `${word}@sandbox.test`});
    return [Object.entries(made).find(([key]) => /expir/.test(key)), Number(made.created_at)] as const;
  };
  const [none] = await field('paid');
  assert.equal(none, undefined);
  const [text, created] = await field('expires-at');
  assert.deepEqual(text, ['expires_at', String(created + 1800)]);
  const [date] = await field('expiration-date');
  assert.deepEqual(date, ['expiration_date', new Date((created + 1800) * 1000).toISOString()]);
  const [number] = await field('payment-expires-at');
  assert.deepEqual(number, ['payment_expires_at', created + 1800]);
  const [short] = await field('short');
  assert.deepEqual(short, ['expires_at', String(created + 90)]);
  const [both] = await field('short+expiration-date');
  assert.deepEqual(both, ['expiration_date', new Date((created + 90) * 1000).toISOString()]);
});
