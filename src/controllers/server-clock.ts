/** Milliseconds of difference that network delays explain: no reason to set the clock back. */
const JITTER = 15_000;

/**
 * Estimates the server's time, whatever the device's clock says. A server time that arrives is already late by its way,
 * so the latest one counts. Sources, in order of trust: the `Date` of a response about an order, the time in a heartbeat
 * of the stream, the creation time of a new order. Without any it is the device's time.
 */
export class ServerClock {
  #now: () => number;
  /** Milliseconds that the server is ahead. */
  #ahead: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Returns the server's time in milliseconds since 1970. */
  now = (): number => this.#now() + (this.#ahead ?? 0);

  /**
   * Learns from a server time.
   *
   * @param serverTime Milliseconds since 1970.
   * @param isFresh Whether it comes from no cache: it counts then even if it is earlier, because the device's clock may
   * have been set.
   */
  learn(serverTime: number, isFresh = false) {
    const ahead = serverTime - this.#now();
    const known = this.#ahead ?? Number.NEGATIVE_INFINITY;
    if (ahead > known || (isFresh && ahead < known - JITTER)) this.#ahead = ahead;
  }
}
