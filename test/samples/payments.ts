import bolt11 from 'bolt11';
import type {PayableOrder} from '../../src/domain/payment/instruction.js';
import type {Network, Order} from '../../src/domain/types.js';
import {anOrder} from './domain.js';

/** An order on a network, and what an independent reader must find in its QR code. */
export interface PaymentSample {
  readonly name: string;
  readonly order: PayableOrder;
  readonly network: Network;
  /** The scheme drawn first, or 'bare' for the address alone. */
  readonly drawn: string;
  /** The scheme that is linked, if any. */
  readonly linked?: string;
  /** In the asset's smallest unit. */
  readonly units: string;
}

export const evmAddress = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
export const solanaAddress = 'mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN';
export const tonAddress = 'UQDYzZmfsrGzhObKJUw4gzdeIxEai3jAFbiGKGwxvxHinf4K';
export const tronAddress = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
export const bitcoinAddress = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
export const usdcMint = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
export const usdtMaster = 'EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs';

const MAIN = {bech32: 'bc', pubKeyHash: 0, scriptHash: 5, validWitnessVersions: [0, 1]};
export const TEST = {bech32: 'tb', pubKeyHash: 0x6f, scriptHash: 0xc4, validWitnessVersions: [0, 1]};

/** When the invoices of the samples are made, in seconds since 1970: an old one cannot be paid any more. */
const today = Math.floor(Date.now() / 1000);

/** Signs a real invoice with a key that everybody knows. */
export function anInvoice(
  millisatoshis: string,
  {timestamp = today, expiry = 3600, network = MAIN} = {},
): string {
  const unsigned = bolt11.encode({
    network,
    millisatoshis,
    timestamp,
    tags: [
      {tagName: 'payment_hash', data: '01'.repeat(32)},
      {tagName: 'payment_secret', data: '02'.repeat(32)},
      {tagName: 'description', data: 'a card'},
      {tagName: 'expire_time', data: expiry},
      {tagName: 'min_final_cltv_expiry', data: 18},
    ],
  });
  return bolt11.sign(unsigned, 'e1'.repeat(32)).paymentRequest ?? '';
}

type Facts = Omit<Network, 'name' | 'label'>;
type Drawn = Pick<PaymentSample, 'drawn' | 'linked' | 'units'>;

function sample(
  [coin, network]: readonly [coin: string, network: string],
  [address, coinAmount]: readonly [address: string, coinAmount: string],
  {facts = {}, also = {}, note = '', ...drawn}: Drawn & {facts?: Facts; also?: Partial<Order>; note?: string},
): PaymentSample {
  const order = {...anOrder({coin, network, coinAmount, address, ...also}), coin, address, coinAmount};
  return {
    name: `${coin} on ${network}${note}`,
    order,
    network: {name: network, label: network, ...facts},
    ...drawn,
  };
}

const evm = (chainId: number, baseToken: string, contract?: string, decimals?: number): Facts => ({
  chainId: String(chainId),
  baseToken,
  ...(contract ? {contract: {address: contract, decimals}} : {}),
});

const link = (scheme: string, units: string) => ({drawn: scheme, linked: scheme, units});
const offered = (scheme: string, units: string) => ({drawn: 'bare', linked: scheme, units});
const bare = (units: string) => ({drawn: 'bare', units});

export const lightningInvoice = anInvoice('32833000');

/** Every coin and network that the API is known to have sold for, and every form of payment link there is. */
export const payments: readonly PaymentSample[] = [
  sample(['BTC', 'Mainnet'], [bitcoinAddress, '0.00032833'], link('bitcoin', '32833')),
  sample(['BTC', 'Mainnet'], ['3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX', '1.5'], {
    ...link('bitcoin', '150000000'),
    note: ' (script)',
  }),
  sample(['BTC', 'Mainnet'], ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0', '0.0001'], {
    ...link('bitcoin', '10000'),
    note: ' (taproot)',
  }),
  sample(['BTC', 'Lightning'], [lightningInvoice, '0.00032833'], link('lightning', '32833000')),
  sample(['BTC', 'Mainnet'], [bitcoinAddress, '0.00032833'], {
    ...link('bitcoin', '32833'),
    also: {qrText: `bitcoin:${bitcoinAddress}?amount=0.00032833&lightning=${lightningInvoice}`},
    note: ' and Lightning',
  }),
  sample(['ETH', 'ETH Mainnet'], [evmAddress, '0.017159'], {
    ...offered('ethereum', '17159000000000000'),
    facts: evm(1, 'ETH'),
  }),
  sample(['ETH', 'Base'], [evmAddress, '0.017159'], {
    ...offered('ethereum', '17159000000000000'),
    facts: evm(8453, 'ETH'),
  }),
  sample(['POL', 'Polygon (Matic)'], [evmAddress, '120.5'], {
    ...offered('ethereum', '120500000000000000000'),
    facts: evm(137, 'POL'),
  }),
  sample(['USDC', 'Base'], [evmAddress, '50.84'], {
    ...offered('ethereum', '50840000'),
    facts: evm(8453, 'ETH', '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913', 6),
  }),
  sample(['USDC', 'Polygon (Matic)'], [evmAddress, '50.84'], {
    ...offered('ethereum', '50840000'),
    facts: evm(137, 'POL', '0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359', 6),
  }),
  sample(['USDC', 'Arbitrum'], [evmAddress, '50.84'], {
    ...offered('ethereum', '50840000'),
    facts: evm(42161, 'ETH', '0xaf88d065e77c8cC2239327C5EDb3A432268e5831', 6),
  }),
  sample(['USDC', 'ETH Mainnet'], [evmAddress, '50.84'], {
    ...offered('ethereum', '50840000'),
    facts: evm(1, 'ETH', '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', 6),
  }),
  sample(['USDT', 'Polygon (Matic)'], [evmAddress, '51.02'], {
    ...offered('ethereum', '51020000'),
    facts: evm(137, 'POL', '0xc2132D05D31c914a87C6611C10748AEb04B58e8F', 6),
  }),
  sample(['USDT', 'ETH Mainnet'], [evmAddress, '51.02'], {
    ...offered('ethereum', '51020000'),
    facts: evm(1, 'ETH', '0xdAC17F958D2ee523a2206206994597C13D831ec7', 6),
  }),
  sample(['USDT', 'BNB Chain'], [evmAddress, '51.02'], {
    ...offered('ethereum', '51020000000000000000'),
    facts: evm(56, 'BNB', '0x55d398326f99059fF775485246999027B3197955', 18),
  }),
  sample(['DAI', 'Polygon (Matic)'], [evmAddress, '10.41'], {
    ...offered('ethereum', '10410000000000000000'),
    facts: evm(137, 'POL', '0x8f3Cf7ad23Cd3CaDbD9735AFf958023239c6A063', 18),
  }),
  sample(['SOL', 'Solana'], [solanaAddress, '0.046783'], link('solana', '46783000')),
  sample(['USDC', 'Solana'], [solanaAddress, '50.84'], {
    ...bare('50840000'),
    facts: {baseToken: 'SOL', contract: {address: usdcMint, decimals: 6}},
  }),
  sample(['USDC', 'Solana'], [solanaAddress, '50.84'], {
    ...link('solana', '50840000'),
    facts: {baseToken: 'SOL', contract: {address: usdcMint, decimals: 6}},
    also: {qrText: `solana:${solanaAddress}?amount=50.84&spl-token=${usdcMint}&reference=${usdcMint}`},
    note: ' with the API’s link',
  }),
  sample(['TRX', 'Tron'], [tronAddress, '371.2'], bare('371200000')),
  sample(['USDT', 'Tron'], ['T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb', '51.02'], {
    ...bare('51020000'),
    facts: {baseToken: 'TRX', contract: {address: tronAddress, decimals: 6}},
  }),
  sample(['GRAM', 'Ton'], [tonAddress, '31.2'], link('ton', '31200000000')),
  sample(['TON', 'TON'], [tonAddress, '31.2'], link('ton', '31200000000')),
  sample(['USDT', 'Ton'], [tonAddress, '51.02'], {
    ...link('ton', '51020000'),
    facts: {baseToken: 'GRAM', contract: {address: usdtMaster, decimals: 6}},
  }),
  sample(
    ['LTC', 'Mainnet'],
    ['ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9', '0.61'],
    link('litecoin', '61000000'),
  ),
  sample(['LTC', 'Mainnet'], ['LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9', '0.61'], {
    ...link('litecoin', '61000000'),
    note: ' (base58)',
  }),
  sample(
    ['DOGE', 'Mainnet'],
    ['DJRAzMrPUBRKaVZefdfp5DipA4tQ7JCYsk', '317.4'],
    link('dogecoin', '31740000000'),
  ),
  sample(['SUI', 'Mainnet'], [`0x${'5c'.repeat(32)}`, '24.1'], bare('24100000000')),
  sample(
    ['XMR', 'Mainnet'],
    [
      '84LooD7i35SFppgf4tQ453Vi3q5WexSUXaVgut69ro8MFnmHwuezAArEZTZyLr9fS6QotjqkSAxSF6d1aDgsPoX849izJ7m',
      '0.3',
    ],
    bare('0'),
  ),
];

/** Returns the sample of a name; throws where there is none. */
export function sampleNamed(name: string): PaymentSample {
  const found = payments.find(payment => payment.name === name);
  if (!found) throw new Error(`there is no sample ${name}`);
  return found;
}
