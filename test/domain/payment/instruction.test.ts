import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {type PayableOrder, paymentInstruction} from '../../../src/domain/payment/instruction.js';
import type {Network} from '../../../src/domain/types.js';
import {OTHER_EVM, said} from '../../samples/payment-texts.js';
import {
  anInvoice,
  bitcoinAddress,
  evmAddress,
  lightningInvoice,
  payments,
  sampleNamed as pick,
  solanaAddress,
  tonAddress,
  usdcMint,
} from '../../samples/payments.js';

function instruct({order, network}: {order: PayableOrder; network: Network}, due?: string) {
  const found = paymentInstruction(order, network, due ? {due} : {});
  assert.ok(found, 'it is payable');
  return found;
}

describe('every coin and network', () => {
  for (const {name, order, network, drawn, linked} of payments) {
    test(`${name} draws ${drawn} and links ${linked ?? 'nothing'}`, () => {
      const {forms, link, mismatch, contract} = instruct({order, network});
      assert.equal(mismatch, false);
      const [first] = forms;
      if (drawn === 'bare') assert.equal(first?.text.toLowerCase(), order.address.toLowerCase());
      else assert.match(first?.text ?? '', new RegExp(`^${drawn}:`));
      assert.equal(link?.split(':')[0], linked);
      assert.ok(forms.some(({form}) => form === 'address'));
      assert.equal(contract, network.contract?.address);
      assert.equal(link, link?.replace(/BC1|LNBC/, '!'), 'links are lower case');
    });

    test(`${name} is not paid where a letter of the address is wrong`, () => {
      const hasNoChecksum =
        ['Solana', 'Mainnet'].includes(network.name) && ['SOL', 'USDC', 'SUI', 'XMR'].includes(order.coin);
      if (hasNoChecksum) return;
      const {address} = order;
      const at = address.length - 10;
      const changed = address.slice(0, at) + (address[at] === '2' ? '3' : '2') + address.slice(at + 1);
      assert.equal(paymentInstruction({...order, address: changed}, network), undefined);
    });
  }
});

describe('the API’s text', () => {
  for (const [name, truth, lies] of said) {
    const {order, network} = pick(name);

    test(`of ${name} is believed when it says what the order says`, () => {
      const found = instruct({order: {...order, qrText: truth}, network});
      assert.equal(found.mismatch, false);
      const {forms, link} = instruct({order, network});
      // A token's recipient is known to be a wallet only by the API's text. Its label is for the payer alone.
      const written = truth.replace(/&label=.*/, '');
      if (!truth.startsWith('solana:')) assert.deepEqual([found.forms, found.link], [forms, link]);
      else assert.deepEqual([found.forms[0]?.text, found.link], [written, written]);
    });

    for (const [what, lie] of Object.entries(lies)) {
      test(`of ${name} with another ${what} leaves the bare address`, () => {
        const found = instruct({order: {...order, qrText: lie}, network});
        assert.equal(found.mismatch, true);
        assert.deepEqual(
          found.forms.map(({form, text}) => [form, text.toLowerCase()]),
          [['address', order.address.toLowerCase()]],
        );
        assert.equal(found.link, undefined);
      });
    }
  }

  test('in an unknown form is not drawn, and no lie if it holds the address', () => {
    const {order, network} = pick('USDT on Tron');
    for (const qrText of [`tronlinkoutside:${order.address}`, `https://pay.example/?to=${order.address}`]) {
      const {forms, link, mismatch} = instruct({order: {...order, qrText}, network});
      assert.deepEqual([forms.length, link, mismatch], [1, undefined, false]);
    }
    const {mismatch} = instruct({order: {...order, qrText: 'https://pay.example/1'}, network});
    assert.equal(mismatch, true);
  });

  test('about a token that the API says nothing else about is neither drawn nor called a lie', () => {
    const {order} = pick('USDC on Base');
    const qrText = `ethereum:${OTHER_EVM}@8453/transfer?address=${evmAddress}&uint256=1`;
    for (const network of [undefined, {name: 'Base', label: 'Base', baseToken: 'ETH', chainId: '8453'}]) {
      const found = paymentInstruction({...order, qrText}, network);
      assert.deepEqual([found?.forms.length, found?.link, found?.mismatch], [1, undefined, false]);
    }
    const thief = qrText.replace(evmAddress, OTHER_EVM);
    assert.equal(paymentInstruction({...order, qrText: thief})?.mismatch, true);
  });
});

describe('what is drawn was written here', () => {
  const {order, network} = pick('USDC on Solana');
  const reference = solanaAddress;
  const says = (qrText: string) => instruct({order: {...order, qrText}, network});
  const bare = [['address', order.address]];
  const drawn = ({forms}: ReturnType<typeof instruct>) => forms.map(({form, text}) => [form, text]);
  const evil = usdcMint;

  const refused: readonly string[] = [
    `solana:${evil}?amount=50.84&spl-token=${usdcMint}&receiver=${order.address}`,
    `solana:https%3A%2F%2Fevil.example?amount=50.84&spl-token=${usdcMint}&receiver=${order.address}`,
    `solana:${order.address}?amount=50.84&jetton=${usdcMint}`,
    `solana:${order.address}?amount=50.84&coinType=${usdcMint}`,
    `solana:${order.address}?amount=50.84&spl-token=${usdcMint}&spl-token=${evil}`,
    `solana:${order.address}?amount=50.84&spl-token=${usdcMint}&cluster=devnet`,
    `solana:${order.address}?amount=50840000e-6&spl-token=${usdcMint}`,
    `solana://${order.address}?amount=50.84&spl-token=${usdcMint}`,
    `bitcoin:${order.address}?amount=50.84`,
  ];
  for (const qrText of refused) {
    test(`and never ${qrText}`, () => {
      const found = says(qrText);
      assert.deepEqual([found.mismatch, found.link, drawn(found)], [true, undefined, bare]);
    });
  }

  test('from the parts that the API’s text proves', () => {
    const {link} = says(
      `SOLANA:${order.address}?memo=a%20b&reference=${reference}&spl-token=${usdcMint}&reference=${usdcMint}&amount=50.840&message=x%20y`,
    );
    assert.equal(
      link,
      `solana:${order.address}?amount=50.84&spl-token=${usdcMint}&reference=${reference}&reference=${usdcMint}&memo=a%20b`,
    );
  });

  test('and not with a reference that is no public key', () => {
    const found = says(`solana:${order.address}?amount=50.84&spl-token=${usdcMint}&reference=R-1`);
    assert.deepEqual([found.mismatch, found.link, drawn(found)], [false, undefined, bare]);
  });

  test('and says the memo as it is, where it looks like an address too', () => {
    const memo = `${bitcoinAddress} lnbc1qqqqqqqqqqqqqqqqqqqqqqqq`;
    for (const sample of [pick('GRAM on Ton'), pick('SOL on Solana')]) {
      const found = instruct({...sample, order: {...sample.order, memo}});
      assert.equal(found.forms[0]?.text, found.link);
      assert.ok(found.link?.endsWith(encodeURIComponent(memo)), found.link);
    }
  });

  test('whatever chain id the API gives to a chain that has none', () => {
    for (const sample of [pick('SOL on Solana'), pick('USDT on Ton'), pick('BTC on Mainnet')]) {
      const {link, mismatch} = instruct({...sample, network: {...sample.network, chainId: '101'}});
      assert.ok(link && !mismatch);
    }
  });

  test('and no invoice of an asset whose amount is not known', () => {
    const sample = pick('BTC on Mainnet and Lightning');
    const qrText = `bitcoin:${bitcoinAddress}?amount=1&lightning=${anInvoice('1000')}`;
    const wrapped = {...sample.order, coin: 'WBTC', network: 'Bitcoin', qrText};
    const {forms, invoice} = instruct({order: wrapped, network: {name: 'Bitcoin', label: 'Bitcoin'}});
    assert.deepEqual([forms.map(({form}) => form), invoice], [['address'], undefined]);
  });
});

describe('no link is made', () => {
  const {order, network} = pick('USDC on Base');
  const contract = {address: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', decimals: 6};

  const without: readonly (readonly [string, Network])[] = [
    ['decimals', {...network, contract: {...contract, decimals: undefined}}],
    ['a contract', {...network, contract: undefined}],
    ['a chain id', {...network, chainId: undefined}],
    ['a contract that is an address', {...network, contract: {...contract, address: '0x833589'}}],
    [
      'a contract without typing mistakes',
      {...network, contract: {...contract, address: contract.address.replace('D6e', 'D6E')}},
    ],
    ['enough decimals for the amount', {...network, contract: {...contract, decimals: 1}}],
  ];
  for (const [what, facts] of without) {
    test(`without ${what}`, () => {
      const {forms, link} = instruct({order, network: facts});
      assert.deepEqual([forms.map(({form}) => form), link], [['address'], undefined]);
    });
  }

  test('for a coin that is not the chain’s own, where its contract is not known', () => {
    for (const name of ['SOL on Solana', 'GRAM on Ton', 'BTC on Mainnet', 'ETH on Base']) {
      const sample = pick(name);
      const {link, forms} = instruct({...sample, order: {...sample.order, coin: 'USDX'}});
      if (name === 'BTC on Mainnet') continue;
      assert.deepEqual([link, forms.length], [undefined, 1], name);
    }
  });
});

test('a token is never paid to its own contract, which would keep it, however its letters are spelled', () => {
  const {order, network} = pick('USDC on Base');
  for (const address of [evmAddress, evmAddress.toLowerCase()]) {
    const facts = {...network, contract: {address: evmAddress, decimals: 6}};
    assert.equal(paymentInstruction({...order, address}, facts), undefined);
  }
});

describe('an invoice', () => {
  const {order, network} = pick('BTC on Lightning');

  test('for another amount, or none, is not to be paid', () => {
    for (const millisatoshis of ['32833001', '32834000', '328330000'])
      assert.equal(paymentInstruction({...order, address: anInvoice(millisatoshis)}, network), undefined);
    assert.equal(paymentInstruction({...order, coinAmount: '0.00032834'}, network), undefined);
  });

  test('in capitals is copied and linked in lower case', () => {
    const {address, link, forms} = instruct({
      order: {...order, address: lightningInvoice.toUpperCase()},
      network,
    });
    assert.equal(address, lightningInvoice);
    assert.equal(link, `lightning:${lightningInvoice}`);
    assert.equal(forms[0]?.text, `lightning:${lightningInvoice.toUpperCase()}`);
  });

  test('beside an address on chain can be paid alone', () => {
    const {forms, invoice} = instruct(pick('BTC on Mainnet and Lightning'));
    assert.deepEqual(
      forms.map(({form}) => form),
      ['link', 'invoice', 'address'],
    );
    assert.equal(forms[1]?.text, `lightning:${lightningInvoice.toUpperCase()}`);
    assert.equal(invoice, lightningInvoice);
  });
});

describe('what is still missing', () => {
  test('is asked for instead of the whole', () => {
    const {link} = instruct(pick('BTC on Mainnet'), '0.00012833');
    assert.equal(link, `bitcoin:${bitcoinAddress}?amount=0.00012833`);
    const token = instruct(pick('USDC on Base'), '0.84');
    assert.match(token.link ?? '', /uint256=840000$/);
  });

  test('is not what the API’s text of before asks for, which is no lie', () => {
    const sample = pick('USDC on Solana with the API’s link');
    const {forms, link, mismatch} = instruct(sample, '0.84');
    assert.deepEqual([forms.map(({form}) => form), link, mismatch], [['address'], undefined, false]);
    const both = instruct(pick('BTC on Mainnet and Lightning'), '0.00012833');
    assert.deepEqual([both.invoice, both.mismatch], [undefined, false]);
  });

  test('may be what the API’s text asks for now', () => {
    const sample = pick('SOL on Solana');
    const qrText = `solana:${solanaAddress}?amount=0.01`;
    const {link, mismatch} = instruct({...sample, order: {...sample.order, qrText}}, '0.01');
    assert.deepEqual([link, mismatch], [qrText, false]);
  });
});

describe('a comment', () => {
  const {order, network} = pick('GRAM on Ton');

  test('of the order is in the link', () => {
    const {link, memo} = instruct({order: {...order, memo: 'order 7 & more'}, network});
    assert.equal(memo, 'order 7 & more');
    assert.equal(new URL(link ?? '').searchParams.get('text'), 'order 7 & more');
  });

  test('of the API’s text is taken over', () => {
    const qrText = `ton://transfer/${tonAddress}?amount=31200000000&text=7-a`;
    const {link, memo, mismatch} = instruct({order: {...order, qrText}, network});
    assert.deepEqual([memo, mismatch], ['7-a', false]);
    assert.match(link ?? '', /&text=7-a$/);
  });

  test('that the two do not agree about is a lie', () => {
    const qrText = `ton://transfer/${tonAddress}?amount=31200000000&text=7-b`;
    const {forms, memo, mismatch} = instruct({order: {...order, qrText, memo: '7-a'}, network});
    assert.deepEqual([forms.length, memo, mismatch], [1, '7-a', true]);
  });
});
