import assert from 'node:assert/strict';

import {orderSchema} from '../../src/api/order-schema.js';
import {parseJson} from '../../src/api/parse-json.js';
import {read} from '../../src/api/wire.js';
import {
  type PayableOrder,
  type PaymentInstruction,
  paymentInstruction,
} from '../../src/domain/payment/instruction.js';
import {readPayment} from '../e2e/support/read-payment.js';
import {said} from '../samples/payment-texts.js';
import {anInvoice, type PaymentSample, payments} from '../samples/payments.js';
import {seededRandom} from '../samples/random.js';

export interface FuzzLimits {
  readonly seed: number;
  readonly orders: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Counts of a run: orders tried, those that may be paid, links and invoices that a reference reader has read. */
export interface FuzzCounts {
  readonly orders: number;
  readonly payable: number;
  readonly read: number;
}

/** Places of what is counted in a smallest unit and has no contract. */
const PLACES: Readonly<Record<string, number>> = {ethereum: 18, ton: 9, lightning: 11};

const INVOICES = Array.from({length: 40}, (_, at) => ({
  address: anInvoice(`${(at + 1) * 7_919_000}`),
  coinAmount: scaled(BigInt((at + 1) * 7_919_000), 11),
}));

/** Pieces that a text is changed with: keys of every scheme, separators, escapes, numbers in odd spellings. */
const PIECES =
  '?,&,=,#,:,//,%20,%3A,+,e3,-,.,0,1,9,amount=1,amount=1e3,value=1,uint256=1,jetton=X,spl-token=X,reference=X,receiver=X,memo=7,text=7,dt=7,bin=X,label=x,message=x,req-a=1,lightning=lnbc1,\u200b,\u202e,AMOUNT=1,%61mount=1,amount=,amount=NaN,amount=-1,amount=%31,value=1e18,value=0x1,gasLimit=1,chainId=1,@1,/transfer,pay-,exp=1,pj=https://x.example,lno=x,sp=x,pop=x,req-=1,init=x,nonce=1,receiver=,spl-token=,Reference=X,memo=%00,memo=%E2%80%8B,text=%0A,network=1,label=%E2%80%AE,&amp;,;,%3F,%26,%00,%,\\,@,\n,\ufeff,１,é,E3,e-3,Infinity'.split(
    ',',
  );

/** Names under which an order can carry a memo, and objects that they can stand in. */
const MEMO_NAMES =
  'memo,memo_id,memoText,destination_tag,destinationTag,DestinationTag,dest_tag,tag,dt,payment_memo,address_tag,wallet_tag,extra_id,payin_extra_id,comment,paymentComment,memos,memo_value,deposit_tag,tag_number,memo-hash'.split(
    ',',
  );
const PLACES_OF_MEMO =
  ',payment,wallet,destination,deposit,transaction,payment_details,wallet_info,pay_to,payment_instructions,crypto,deposit_address,paymentData'.split(
    ',',
  );
const MEMOS = [
  '7',
  '0',
  '495',
  '0495',
  '9007199254740993',
  '18446744073709551615',
  'order-7',
  'a b&c',
  'ü',
  '７',
  '7\u200b',
];
/** Chains of which only the address and the text are known. */
const TAGGED = [
  ['XRP', 'XRP Ledger', 'rPEPPER7kfTD9w2To4CQk6UCfuHM9c6GDY'],
  ['XLM', 'Stellar', 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'],
  ['ATOM', 'Cosmos', 'cosmos1vqpjljwsynsn58dugz0w8ut7kun7t8ls2qkmsq'],
  ['EOS', 'EOS', 'binancecleos'],
] as const;

/**
 * Makes orders and payment texts of every chain from parts and mutations, and asserts that whatever is drawn or linked is read
 * by the chain's reference reader as exactly the order's recipient, amount, asset and memo.
 */
export function fuzzPayments({seed, orders, time}: FuzzLimits): FuzzCounts {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const until = Date.now() + time;
  const counts = {orders: 0, payable: 0, read: 0};
  while (counts.orders < orders && Date.now() < until) {
    counts.orders += 1;
    if (random() < 0.2) {
      counts.payable += checkTagged(random, pick);
      continue;
    }
    const sample = pick(payments);
    const order = anOrderOf(sample, random, pick);
    const due = random() < 0.2 ? anAmount(random) : order.coinAmount;
    const isInvoice = order.network === 'Lightning';
    const found = paymentInstruction(order, sample.network, isInvoice ? {} : {due});
    if (!found) continue;
    counts.payable += 1;
    try {
      counts.read += check(found, order, {sample, due: isInvoice ? order.coinAmount : due});
    } catch (cause) {
      throw new Error(`order ${counts.orders} of seed ${seed}: ${JSON.stringify({order, due, found})}`, {
        cause,
      });
    }
  }
  return counts;
}

function anOrderOf(
  {name, order: base, network}: PaymentSample,
  random: () => number,
  pick: <Item>(items: readonly Item[]) => Item,
): PayableOrder {
  const order =
    network.name === 'Lightning' ? {...base, ...pick(INVOICES)} : {...base, coinAmount: anAmount(random)};
  const memo = random() < 0.1 ? pick(['7', 'a b&c', '18446744073709551615', 'ü']) : undefined;
  const truths = said.filter(([about]) => about === name).map(([, truth]) => truth);
  const written = paymentInstruction({...order, memo}, network)?.link;
  const texts = [order.address, base.qrText, written, ...truths, pick(payments).order.address];
  let text = pick(texts.filter(found => found !== undefined));
  if (random() < 0.3) text = text.replace(/amount=[\d.]+/, `amount=${order.coinAmount}`);
  for (let turns = Math.floor(random() * 4); turns > 0; turns -= 1) text = mutated(text, random, pick);
  return {...order, memo: random() < 0.5 ? memo : undefined, qrText: text};
}

/**
 * Makes an order on a chain that is known by its address alone, with a memo in a field or in the payment text, and asserts
 * that it is shown as it is wherever the order may be paid. Returns 1 for such an order, else 0.
 */
function checkTagged(random: () => number, pick: <Item>(items: readonly Item[]) => Item): number {
  const [coin, network, address] = pick(TAGGED);
  const memo = pick(MEMOS);
  const isField = random() < 0.5;
  const isNumber = /^(0|[1-9]\d*)$/.test(memo) && random() < 0.5;
  const pair = `${JSON.stringify(pick(MEMO_NAMES))}:${isNumber ? memo : JSON.stringify(memo)}`;
  const place = pick(PLACES_OF_MEMO);
  const field = isField ? `,${place ? `"${place}":{${pair}}` : pair}` : '';
  const starts = [
    address,
    `${coin.toLowerCase()}:${address}`,
    `${network.split(' ')[0]?.toLowerCase()}://${address}`,
  ];
  let text = isField
    ? address
    : `${pick(starts)}?${pick(['', 'amount=21.5&', ''])}${pick(['dt', 'memo', 'memo_id'])}=${memo}`;
  if (!isField && random() < 0.6) text = mutated(text, random, pick);
  const json = `{"order_id":"x","order_state":"WaitingForPayment","coin":"${coin}","network":"${network}","coin_amount":"21.5","wallet_address":"${address}","qr_text":${JSON.stringify(text)}${field}}`;
  const order = read(orderSchema, parseJson(json));
  const found = order && paymentInstruction(order as PayableOrder);
  if (!found) return 0;
  const rest = text
    .trim()
    .replace(/^[a-z][a-z+.-]*:(\/\/)?/i, '')
    .replace(address, '')
    .replace(/([?&])(tx_?)?amount=[\d.]+&?/gi, '$1')
    .replace(/[?&]$/, '');
  const isShown = isField
    ? found.memo === memo
    : rest === (found.memo ? rest.match(/^[?&][a-z_-]+=/i)?.[0] + found.memo : '');
  assert.ok(isShown && found.forms.every(form => form.text === address), json);
  return 1;
}

function mutated(text: string, random: () => number, pick: <Item>(items: readonly Item[]) => Item): string {
  const at = Math.floor(random() * (text.length + 1));
  const rest = random() < 0.5 ? at : at + 1 + Math.floor(random() * 3);
  const piece = pick(PIECES);
  if (random() < 0.4) return `${text}${text.includes('?') ? '&' : '?'}${piece}`;
  return `${text.slice(0, at)}${random() < 0.7 ? piece : ''}${text.slice(rest)}`;
}

/** Returns an amount of up to nine places, so that some have more than their coin. */
function anAmount(random: () => number): string {
  return scaled(BigInt(1 + Math.floor(random() * 1e12)), Math.floor(random() * 10));
}

/** Checks everything that is drawn or linked, and returns how many texts a reference reader has read. */
function check(
  {forms, link, address, memo}: PaymentInstruction,
  order: PayableOrder,
  {sample, due}: {readonly sample: PaymentSample; readonly due: string},
): number {
  const {network} = sample;
  assert.equal(fold(address), fold(order.address));
  let texts = 0;
  for (const text of [...forms.map(form => form.text), ...(link ? [link] : [])]) {
    const found = readPayment(text.replace(/^[A-Z]+:/, scheme => scheme.toLowerCase()));
    if (found.scheme === 'bare') {
      assert.equal(fold(text), fold(order.address));
      continue;
    }
    texts += 1;
    if (found.scheme !== 'lightning' || order.network === 'Lightning')
      assert.equal(fold(found.address), fold(order.address));
    assert.equal(fold(found.contract ?? ''), fold(network.contract?.address ?? ''));
    if (found.scheme === 'ethereum') assert.equal(found.chainId, network.chainId);
    if (found.amount !== undefined) {
      assert.equal(Number(found.amount), Number(due));
      // The readers return floats: the text itself is exact.
      assert.equal(units(/[?&]amount=([\d.]+)(&|$)/.exec(text)?.[1] ?? '', 18), units(due, 18));
    }
    const places = network.contract?.decimals ?? PLACES[found.scheme] ?? 0;
    // The reader of ERC-681 prints numbers of 22 digits and more with an exponent.
    if (found.units?.includes('e')) assert.equal(Number(found.units), Number(units(due, places)));
    else if (found.units !== undefined) assert.equal(BigInt(found.units), units(due, places));
    if (found.scheme === 'solana' || found.scheme === 'ton') {
      const {searchParams} = new URL(text);
      assert.equal(searchParams.get('memo') ?? searchParams.get('text') ?? '', memo ?? '');
    }
    if (found.invoice)
      assert.equal(BigInt(readPayment(`lightning:${found.invoice}`).units ?? 0), units(due, 11));
  }
  return texts;
}

/** Hexadecimal and bech32 are the same in either case. */
function fold(text: string): string {
  return /^(0x|bc1|ltc1|lnbc)/i.test(text) ? text.toLowerCase() : text;
}

function units(amount: string, places: number): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  assert.ok(fraction.replace(/0+$/, '').length <= places, `${amount} has more than ${places} places`);
  return BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
}

function scaled(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}
