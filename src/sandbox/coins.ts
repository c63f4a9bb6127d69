/** A coin as the sandbox sells for it. Prices and spreads are invented; contracts and networks are the public ones. */
export interface Coin {
  readonly name: string;
  /** US dollars for one coin. */
  readonly price: string;
  /** What the coin costs on top, in basis points. */
  readonly spread: number;
  /** Decimals of a quoted amount. */
  readonly precision: number;
  readonly isSuspended?: boolean;
  readonly networks: readonly Network[];
}

export interface Network {
  /** Verbatim, as an order must send it. */
  readonly name: string;
  readonly displayName?: string;
  readonly baseToken: string;
  readonly engine: 'UTXO' | 'LIGHTNING' | 'EVM' | 'SVM' | 'TVM' | 'TON';
  readonly chainId?: number;
  /** Smallest payment, in the coin: a decimal string with many places, as on the wire. */
  readonly threshold: string;
  readonly isSuspended?: boolean;
  readonly contract?: {readonly address: string; readonly decimals: number};
  /** `payment_method` of an order on this network. */
  readonly method: string;
}

const chains = {
  ethereum: {name: 'ETH Mainnet', displayName: 'Ethereum', baseToken: 'ETH', engine: 'EVM', chainId: 1},
  base: {name: 'Base', baseToken: 'ETH', engine: 'EVM', chainId: 8453},
  polygon: {name: 'Polygon (Matic)', displayName: 'Polygon', baseToken: 'POL', engine: 'EVM', chainId: 137},
  arbitrum: {name: 'Arbitrum', baseToken: 'ETH', engine: 'EVM', chainId: 42161},
  solana: {name: 'Solana', baseToken: 'SOL', engine: 'SVM'},
  tron: {name: 'Tron', baseToken: 'TRX', engine: 'TVM'},
  ton: {name: 'Ton', baseToken: 'GRAM', engine: 'TON'},
} as const satisfies Record<string, Omit<Network, 'threshold' | 'method'>>;

const token = (address: string, decimals = 6) => ({contract: {address, decimals}});
const mainnet = (baseToken: string) => ({name: 'Mainnet', baseToken, engine: 'UTXO'}) as const;
const dear = '5.620991754816402';
const cheap = '0.562099175481640';

export const coins: readonly Coin[] = [
  {
    name: 'USDC',
    price: '1',
    spread: 30,
    precision: 2,
    networks: [
      {
        ...chains.polygon,
        ...token('0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359'),
        threshold: cheap,
        method: 'USDC-MATIC',
      },
      {
        ...chains.solana,
        ...token('EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'),
        threshold: cheap,
        method: 'USDC-SOLANA',
      },
      {
        ...chains.base,
        ...token('0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913'),
        threshold: cheap,
        method: 'USDC-BASE',
      },
      {
        ...chains.arbitrum,
        ...token('0xaf88d065e77c8cC2239327C5EDb3A432268e5831'),
        threshold: cheap,
        method: 'USDC-ARBITRUM',
      },
      {
        ...chains.ethereum,
        ...token('0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48'),
        threshold: dear,
        method: 'USDC-ETH',
      },
    ],
  },
  {
    name: 'USDT',
    price: '1',
    spread: 55,
    precision: 2,
    networks: [
      {...chains.tron, ...token('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'), threshold: cheap, method: 'USDT-TRON'},
      {
        ...chains.polygon,
        ...token('0xc2132D05D31c914a87C6611C10748AEb04B58e8F'),
        threshold: cheap,
        method: 'USDT-MATIC',
      },
      {
        ...chains.ethereum,
        ...token('0xdAC17F958D2ee523a2206206994597C13D831ec7'),
        threshold: dear,
        method: 'USDT-ETH',
      },
    ],
  },
  {
    name: 'BTC',
    price: '78450',
    spread: 60,
    precision: 8,
    networks: [
      {...mainnet('BTC'), threshold: '0.000012743150255', method: 'BTC'},
      {
        name: 'Lightning',
        baseToken: 'BTC',
        engine: 'LIGHTNING',
        threshold: '0.000001274315026',
        method: 'BTC-LIGHTNING',
      },
    ],
  },
  {
    name: 'ETH',
    price: '2915',
    spread: 70,
    precision: 6,
    networks: [{...chains.ethereum, threshold: '0.001928299401310', method: 'ETH'}],
  },
  {
    name: 'SOL',
    price: '112.40',
    spread: 80,
    precision: 6,
    networks: [{...chains.solana, threshold: '0.005000881454462', method: 'SOL'}],
  },
  {
    name: 'LTC',
    price: '84.20',
    spread: 85,
    precision: 6,
    networks: [{...mainnet('LTC'), threshold: '0.006675762177929', method: 'LTC'}],
  },
  {
    name: 'DOGE',
    price: '0.162',
    spread: 110,
    precision: 4,
    networks: [{...mainnet('DOGE'), threshold: '3.469747997', method: 'DOGE'}],
  },
  {
    name: 'TRX',
    price: '0.271',
    spread: 95,
    precision: 4,
    networks: [{...chains.tron, threshold: '2.074166698', method: 'TRX'}],
  },
  {
    name: 'GRAM',
    price: '1.83',
    spread: 120,
    precision: 4,
    networks: [{...chains.ton, displayName: 'TON', threshold: '0.307158', method: 'GRAM-TON'}],
  },
  {
    name: 'DAI',
    price: '1',
    spread: 65,
    precision: 2,
    networks: [
      {
        ...chains.polygon,
        ...token('0x8f3Cf7ad23Cd3CaDbD9735AFf958023239c6A063', 18),
        threshold: cheap,
        method: 'DAI-MATIC',
      },
      {...chains.base, threshold: cheap, method: 'DAI-BASE', isSuspended: true},
    ],
  },
  {
    name: 'SUI',
    price: '2.08',
    spread: 130,
    precision: 4,
    isSuspended: true,
    networks: [{name: 'Mainnet', baseToken: 'SUI', engine: 'UTXO', threshold: '0.27024', method: 'SUI'}],
  },
];

export function findCoin(name: string | undefined): Coin | undefined {
  return coins.find(coin => coin.name === name);
}
