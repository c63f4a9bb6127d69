/** A network that a coin can be paid on. */
export interface Network {
  /** As an order must spell it. */
  readonly name: string;
  readonly displayName?: string;
  readonly baseToken: string;
  readonly engine: Engine;
  readonly chainId?: number;
  /** Smallest payment, in the coin: a decimal string with up to 15 places. */
  readonly threshold: string;
  readonly isSuspended?: boolean;
  /** Of a token; `undefined` for the chain's own coin. */
  readonly contract?: Contract;
  /** `payment_method` of an order on this network. */
  readonly method: string;
}

export interface Contract {
  readonly address: string;
  readonly decimals: number;
}

export type Engine = 'UTXO' | 'LIGHTNING' | 'EVM' | 'SVM' | 'TVM' | 'TON' | 'SUI';

type Chain = Omit<Network, 'threshold' | 'method' | 'contract'>;

/** The chains with the names that the API uses and the public chain ids (EIP-155). */
export const chains = {
  bitcoin: {name: 'Mainnet', baseToken: 'BTC', engine: 'UTXO'},
  lightning: {name: 'Lightning', baseToken: 'BTC', engine: 'LIGHTNING'},
  litecoin: {name: 'Mainnet', baseToken: 'LTC', engine: 'UTXO'},
  dogecoin: {name: 'Mainnet', baseToken: 'DOGE', engine: 'UTXO'},
  ethereum: {name: 'ETH Mainnet', displayName: 'Ethereum', baseToken: 'ETH', engine: 'EVM', chainId: 1},
  bnb: {name: 'BNB Smart Chain', displayName: 'BNB Chain', baseToken: 'BNB', engine: 'EVM', chainId: 56},
  base: {name: 'Base', baseToken: 'ETH', engine: 'EVM', chainId: 8453},
  polygon: {name: 'Polygon (Matic)', displayName: 'Polygon', baseToken: 'POL', engine: 'EVM', chainId: 137},
  arbitrum: {name: 'Arbitrum', baseToken: 'ETH', engine: 'EVM', chainId: 42161},
  world: {name: 'World Chain', baseToken: 'ETH', engine: 'EVM', chainId: 480},
  solana: {name: 'Solana', baseToken: 'SOL', engine: 'SVM'},
  tron: {name: 'Tron', baseToken: 'TRX', engine: 'TVM'},
  ton: {name: 'Ton', displayName: 'TON', baseToken: 'GRAM', engine: 'TON'},
  sui: {name: 'Sui', baseToken: 'SUI', engine: 'SUI'},
} as const satisfies Record<string, Chain>;
