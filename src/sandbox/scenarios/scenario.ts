import type {Plan} from './plan.js';
import type {ProblemScenario} from './problem-scenario.js';

/** A row of the scenario tables: a sentence, and what it changes. */
export interface ScenarioDefinition extends ScenarioEffects {
  /** What happens, in a sentence for the documents and the demo. */
  readonly story: string;
}

/** What the words of an e-mail change about an order. */
export interface ScenarioEffects {
  /** Default: the order waits for its payment until its window ends. */
  readonly plan?: Plan;
  /** Milliseconds to pay. Default: 30 minutes. */
  readonly window?: number;
  /** Replaces the payment's state. */
  readonly paymentState?: string;
  /** How a payment arrived that is held because it was not as ordered; completes "A payment arrived …". */
  readonly strayPayment?: string;

  /** Field that has the end of the window. Default: none, or `expires_at` when `window` is set. */
  readonly expiryField?: 'expires_at' | 'expiration_date' | 'payment_expires_at';
  /** Form of `qr_text`. Default: the one that was captured for the network. */
  readonly qrText?: 'missing' | 'bare' | 'uri' | 'unified';
  /** Writes `qr_text` in capitals where its meaning stays. */
  readonly isQrUpperCase?: boolean;
  /** What `qr_text` says wrong. */
  readonly tampered?: 'address' | 'amount' | 'coin' | 'chain' | 'invoice';
  /** The address fails its checksum or length. */
  readonly isAddressInvalid?: boolean;
  /** Pays tokens on Solana to a token account. */
  readonly usesTokenAccount?: boolean;
  readonly needsMemo?: boolean;

  /** Basis points that validations and orders cost more than the price. */
  readonly totalsAbovePrice?: number;
  /** Basis points that each of the first three validations adds. */
  readonly risePerValidation?: number;
  /** Basis points that the order costs more than its validation. */
  readonly orderAboveValidation?: number;
  /** The order is refused with this problem. */
  readonly problem?: ProblemScenario;

  /** `partly`: of three lines one is delivered, one fails, one follows later. `failed`: all fail and the order is held. */
  readonly delivery?: 'partly' | 'failed';
  /** State of each line once the order is paid. */
  readonly lineState?: string;
  /** State of a delivered line. Default: `Succeeded`. */
  readonly deliveredState?: string;
  /** The code is a web address of this protocol. */
  readonly codeProtocol?: 'https' | 'http';
  readonly hasSecurityCode?: boolean;
  readonly hasBarcode?: boolean;
  readonly hasCodeImage?: boolean;
  /** Code, pictures and instructions contain scripts. */
  readonly isHostile?: boolean;
  /** An eSIM comes by e-mail alone. */
  readonly isEsimMailed?: boolean;
}
