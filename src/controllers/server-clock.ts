/** Differences below this are the network's, not the clock's. */
const JITTER = 15_000;

/**
 * What time it is at the server, whatever the device's clock says. A time that the server has told is at least as old
 * as the way it took, so the latest one counts. Learned from, in order of trust: the `Date` of an answer about an
 * order, the time in a heartbeat of the stream, the creation of an order that was just made. Without any it is the
 * device's time.
 */
export class ServerClock {
  #now: () => number;
  /** Milliseconds that the server is ahead. */
  #ahead: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  now = (): number => this.#now() + (this.#ahead ?? 0);

  /**
   * @param serverTime Milliseconds since 1970.
   * @param isFresh It was told just now, for sure: it counts even where it is earlier, because the device's clock may
   * have been set meanwhile.
   */
  learn(serverTime: number, isFresh = false) {
    const ahead = serverTime - this.#now();
    const known = this.#ahead ?? Number.NEGATIVE_INFINITY;
    if (ahead > known || (isFresh && ahead < known - JITTER)) this.#ahead = ahead;
  }
}
