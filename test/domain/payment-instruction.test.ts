import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {paymentInstruction} from '../../src/domain/payment-instruction.js';
import type {Order} from '../../src/domain/types.js';
import {anOrder} from '../samples/domain.js';

const address = 'bc1qexampleexampleexampleexampleexample00';
const invoice = 'lnbc250u1pexampleinvoice';

type Payable = Order & {readonly address: string};

const onChain: Payable = {
  ...anOrder({coin: 'BTC', network: 'Mainnet', coinAmount: '0.00032833'}),
  address,
};
const lightning: Payable = {...onChain, network: 'Lightning', address: invoice};
const litecoin: Payable = {...onChain, coin: 'LTC', coinAmount: '0.5', address: 'ltc1qexample'};
const dogecoin: Payable = {...onChain, coin: 'DOGE', coinAmount: '131.3', address: 'DExample'};
const usdc: Payable = {...onChain, coin: 'USDC', network: 'Base', coinAmount: '10.37', address: '0xAbc123'};

const used: readonly (readonly [why: string, order: Payable, qrText: string])[] = [
  ['address and amount of the order', onChain, `bitcoin:${address}?amount=0.00032833`],
  ['the same amount written longer', onChain, `bitcoin:${address}?amount=0.000328330`],
  ['the invoice of the order', lightning, `lightning:${invoice}`],
  ['litecoin', litecoin, 'litecoin:ltc1qexample?amount=0.50'],
  ['dogecoin', dogecoin, 'dogecoin:DExample?amount=131.3'],
];

describe('the text of the API is drawn and linked', () => {
  for (const [why, order, qrText] of used) {
    test(why, () => {
      assert.deepEqual(paymentInstruction({...order, qrText}), {qr: qrText, link: qrText, mismatch: false});
    });
  }
});

const refused: readonly (readonly [why: string, order: Payable, qrText: string])[] = [
  ['another address', onChain, 'bitcoin:bc1qthief?amount=0.00032833'],
  ['an address of another case', onChain, `bitcoin:${address.toUpperCase()}?amount=0.00032833`],
  ['a larger amount', onChain, `bitcoin:${address}?amount=0.00032834`],
  ['a smaller amount', onChain, `bitcoin:${address}?amount=0.00032832`],
  ['ten times the amount', onChain, `bitcoin:${address}?amount=0.0032833`],
  ['no amount', onChain, `bitcoin:${address}`],
  ['an amount that is none', onChain, `bitcoin:${address}?amount=1.2.3`],
  ['two amounts', onChain, `bitcoin:${address}?amount=0.00032833&amount=1`],
  ['an amount and more', onChain, `bitcoin:${address}?amount=0.00032833&label=shop`],
  ['an unknown requirement', onChain, `bitcoin:${address}?amount=0.00032833&req-pay=x`],
  ['the scheme of another coin', onChain, `litecoin:${address}?amount=0.00032833`],
  ['a scheme in capitals', onChain, `BITCOIN:${address}?amount=0.00032833`],
  ['an invoice on chain', onChain, `lightning:${address}`],
  ['another invoice', lightning, 'lightning:lnbc1thief'],
  ['an invoice and more', lightning, `lightning:${invoice}?amount=1`],
  ['a chain address on Lightning', lightning, `bitcoin:${invoice}?amount=0.00032833`],
  ['bitcoin for a token', usdc, 'bitcoin:0xAbc123?amount=10.37'],
  ['something without the address', onChain, 'https://pay.example/1'],
  ['an empty text', onChain, ''],
];

describe('the bare address is drawn instead and the mismatch told', () => {
  for (const [why, order, qrText] of refused) {
    test(why, () => {
      assert.deepEqual(paymentInstruction({...order, qrText}), {qr: order.address, mismatch: true});
    });
  }
});

const unread: readonly (readonly [why: string, order: Payable, qrText: string | undefined])[] = [
  ['there is no text', usdc, undefined],
  ['the text is the address', usdc, '0xAbc123'],
  ['an ERC-681 transfer', usdc, 'ethereum:0xToken@8453/transfer?address=0xAbc123&uint256=10370000'],
  ['a Solana Pay request', {...usdc, network: 'Solana'}, 'solana:0xAbc123?amount=10.37&spl-token=Mint'],
  ['an unknown scheme', usdc, 'tron:0xAbc123?amount=10.37'],
  ['a script', usdc, 'javascript:0xAbc123?amount=10.37'],
];

describe('the bare address is drawn without a link where', () => {
  for (const [why, order, qrText] of unread) {
    test(why, () => {
      assert.deepEqual(paymentInstruction({...order, qrText}), {qr: order.address, mismatch: false});
    });
  }
});

describe('an order that is incomplete', () => {
  test('without a coin is never linked, whatever the scheme', () => {
    for (const scheme of ['bitcoin', 'javascript', 'constructor']) {
      const {link, qr} = paymentInstruction({
        ...onChain,
        coin: undefined,
        qrText: `${scheme}:${address}?amount=0.00032833`,
      });
      assert.equal(link, undefined, scheme);
      assert.equal(qr, address, scheme);
    }
  });

  test('without an amount is never linked', () => {
    const given = {...onChain, coinAmount: undefined, qrText: `bitcoin:${address}?amount=0.00032833`};
    assert.deepEqual(paymentInstruction(given), {qr: address, mismatch: true});
  });
});
