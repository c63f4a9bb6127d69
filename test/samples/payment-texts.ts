import {
  anInvoice,
  bitcoinAddress,
  evmAddress,
  lightningInvoice,
  solanaAddress,
  tonAddress,
  usdcMint,
} from './payments.js';

export const OTHER_EVM = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359';
const OTHER_BITCOIN = 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0';

/** What the API says when it says what is true, for a sample; and each of the four lies that matter. */
export const said: readonly (readonly [
  name: string,
  truth: string,
  lies: Readonly<Record<string, string>>,
])[] = [
  [
    'BTC on Mainnet',
    `bitcoin:${bitcoinAddress}?amount=0.000328330`,
    {
      address: `bitcoin:${OTHER_BITCOIN}?amount=0.00032833`,
      amount: `bitcoin:${bitcoinAddress}?amount=0.0032833`,
      'no amount': `bitcoin:${bitcoinAddress}`,
      asset: `litecoin:${bitcoinAddress}?amount=0.00032833`,
      'bare address': OTHER_BITCOIN,
      invoice: `bitcoin:${bitcoinAddress}?amount=0.00032833&lightning=${anInvoice('32834000')}`,
      'an unknown requirement': `bitcoin:${bitcoinAddress}?amount=0.00032833&req-x=1`,
    },
  ],
  [
    'BTC on Lightning',
    `lightning:${lightningInvoice}`,
    {
      address: `lightning:${anInvoice('32833000', {expiry: 60})}`,
      amount: `lightning:${lightningInvoice}?amount=1`,
      chain: `bitcoin:${lightningInvoice}?amount=0.00032833`,
    },
  ],
  [
    'ETH on Base',
    `ethereum:${evmAddress}@8453?value=17159e12`,
    {
      address: `ethereum:${OTHER_EVM}@8453?value=17159000000000000`,
      amount: `ethereum:${evmAddress}@8453?value=171590000000000000`,
      chain: `ethereum:${evmAddress}@1?value=17159000000000000`,
      'no chain': `ethereum:${evmAddress}?value=17159000000000000`,
      asset: `ethereum:${OTHER_EVM}@8453/transfer?address=${evmAddress}&uint256=17159000000000000`,
    },
  ],
  [
    'USDC on Base',
    `ethereum:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913@8453/transfer?address=${evmAddress.toLowerCase()}&uint256=50840000`,
    {
      address: `ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913@8453/transfer?address=${OTHER_EVM}&uint256=50840000`,
      amount: `ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913@8453/transfer?address=${evmAddress}&uint256=50840001`,
      'amount in other decimals': `ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913@8453/transfer?address=${evmAddress}&uint256=50840000000000000000`,
      asset: `ethereum:${OTHER_EVM}@8453/transfer?address=${evmAddress}&uint256=50840000`,
      'the chain’s own coin': `ethereum:${evmAddress}@8453?value=50840000`,
      chain: `ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913@1/transfer?address=${evmAddress}&uint256=50840000`,
    },
  ],
  [
    'SOL on Solana',
    `solana:${solanaAddress}?amount=0.046783&label=shop`,
    {
      address: `solana:${usdcMint}?amount=0.046783`,
      amount: `solana:${solanaAddress}?amount=0.46783`,
      asset: `solana:${solanaAddress}?amount=0.046783&spl-token=${usdcMint}`,
      'a transaction request': 'solana:https%3A%2F%2Fthief.example',
    },
  ],
  [
    'USDC on Solana',
    `solana:${solanaAddress}?amount=50.84&spl-token=${usdcMint}`,
    {
      address: `solana:${usdcMint}?amount=50.84&spl-token=${usdcMint}`,
      amount: `solana:${solanaAddress}?amount=5.084&spl-token=${usdcMint}`,
      asset: `solana:${solanaAddress}?amount=50.84&spl-token=${solanaAddress}`,
      'the chain’s own coin': `solana:${solanaAddress}?amount=50.84`,
    },
  ],
  [
    'USDT on Tron',
    'tron:T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb?amount=51.02',
    {
      address: 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t?amount=51.02',
      'bare address': 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
      chain: `ethereum:${evmAddress}@1?value=51020000`,
    },
  ],
  [
    'TRX on Tron',
    'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t?amount=371.2',
    {amount: 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t?amount=3712'},
  ],
  [
    'GRAM on Ton',
    `ton://transfer/${tonAddress}?amount=31200000000`,
    {
      address: 'ton://transfer/EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs?amount=31200000000',
      amount: `ton://transfer/${tonAddress}?amount=312`,
      asset: `ton://transfer/${tonAddress}?amount=31200000000&jetton=EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs`,
    },
  ],
  [
    'LTC on Mainnet',
    'litecoin:ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9?amount=0.610',
    {asset: 'bitcoin:ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9?amount=0.61'},
  ],
  [
    'DOGE on Mainnet',
    'dogecoin:DJRAzMrPUBRKaVZefdfp5DipA4tQ7JCYsk?amount=317.4',
    {amount: 'dogecoin:DJRAzMrPUBRKaVZefdfp5DipA4tQ7JCYsk?amount=3174'},
  ],
  [
    'SUI on Mainnet',
    `sui:pay?receiver=0x${'5c'.repeat(32)}&amount=24100000000&coinType=0x2::sui::SUI&nonce=1`,
    {
      asset: `sui:pay?receiver=0x${'5c'.repeat(32)}&amount=24100000000&coinType=0x5::usdc::USDC`,
      address: `sui:pay?receiver=0x${'5d'.repeat(32)}&amount=24100000000`,
    },
  ],
];
