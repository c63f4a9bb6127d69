import type {Network} from '../../types.js';

/** Families of networks that agree on what an address looks like and how a payment is written down. */
export type ChainName =
  | 'bitcoin'
  | 'lightning'
  | 'litecoin'
  | 'dogecoin'
  | 'ethereum'
  | 'solana'
  | 'tron'
  | 'ton'
  | 'sui';

/** A payment as a URI describes it. It is compared with an order before any part of it is used. */
export interface PaymentUri {
  readonly chain: ChainName;
  /** '' where the URI could not be read. */
  readonly address: string;
  /** In coins, a decimal string. */
  readonly amount?: string | undefined;
  /** In the asset's smallest unit, a whole number. */
  readonly units?: string | undefined;
  /** Contract of a token; absent for a chain's own coin. */
  readonly contract?: string | undefined;
  /** EIP-155 id, of an EVM chain. */
  readonly chainId?: string | undefined;
  /** BOLT 11, beside an address on chain. */
  readonly invoice?: string | undefined;
  /** Comment for the recipient. */
  readonly memo?: string | undefined;
  /** Public keys by which the recipient finds the payment (Solana Pay). */
  readonly references?: readonly string[] | undefined;
}

/** Everything that a URI says after its scheme. */
export type ReadUri = Omit<PaymentUri, 'chain'>;

/** A payment as an order asks for it, in the terms of a payment URI. */
export interface ExpectedPayment {
  readonly chain: ChainName | undefined;
  readonly address: string;
  readonly contract: string | undefined;
  readonly chainId: string | undefined;
  readonly memo: string | undefined;
  /** In coins, a decimal string. */
  readonly amount: string;
  /** The amount in the asset's smallest unit; `undefined` where the asset is not known, or has fewer places. */
  readonly units: string | undefined;
}

/** Everything that is particular to one chain. To add a coin, write one of these and put it into the table. */
export interface Chain {
  readonly name: ChainName;
  /** Schemes of its payment URIs, in lower case. */
  readonly schemes: readonly string[];
  /** Matches the API's names for the network, or for the coin where the network says `Mainnet` alone; in lower case. */
  readonly words: RegExp;
  /** Decimal places of its own coin. */
  readonly decimals: number;
  /** Wallets pay the wrong recipient when they scan its links: the address is drawn first. */
  readonly drawsAddressFirst?: true;
  /** Returns an address or a URI in a spelling that makes a smaller QR code, where the chain has one. */
  readonly compact?: (text: string) => string;
  /** Its URIs cannot name a token. */
  readonly namesNoToken?: true;

  /** The least of its own coin that a transaction can pay, a decimal string, where that is more than the smallest unit. */
  readonly dust?: string;
  /** A payment can carry a memo, without which it may be credited to no order. */
  readonly hasMemo?: true;

  /** Names of its own coin; absent where each network names its own. */
  readonly coins?: readonly string[];
  /** Checks a text of any length, checksum included where the chain has one. */
  readonly isAddress: (text: string) => boolean;
  /** Matches the id of a transaction. */
  readonly transaction: RegExp;
  /** Returns the address of a public block explorer's page, up to the id of a transaction; `undefined` without one. */
  readonly explorer?: (network: Pick<Network, 'name' | 'chainId'>) => string | undefined;
  /** Reads a URI without its scheme; `undefined`, or no address, where a part of it is not understood. */
  readonly readUri: (path: string, query: string) => ReadUri | undefined;
  /**
   * Writes a URI for a payment; `undefined` where none can be trusted, absent where none ever is. `carried` is the API's own URI where that asks for
   * exactly this payment: what proves the payment to the recipient is carried over (references, an invoice).
   */
  readonly writeUri?: (payment: ExpectedPayment, carried?: PaymentUri) => string | undefined;
}

/** Matches 32 bytes in hexadecimal: the transaction id of most chains. */
export const HASH = /^[\da-f]{64}$/i;
