/** What the platform knows about a request beside the request. */
export interface Connection {
  /** Address of the peer: the buyer, or the nearest proxy when `trustedHops` is above 0. */
  readonly remoteAddress?: string | undefined;
  /** The request's target as it stood on the wire, where the platform shows it: `Request` has it tidied up already. */
  readonly target?: string | undefined;
  /** Keeps the platform at work after the answer, or the buyer's leaving, where it would stop then: Workers. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}
