import type {Environment} from './environment.js';

const HOUR = 3_600_000;

/** How long what nobody came back to is remembered. An attempt that made an order has expired in an hour. */
const LIFETIMES = {open: 7 * 24 * HOUR, left: 7 * 24 * HOUR, attempt: HOUR} as const;

type Kind = keyof typeof LIFETIMES;

/**
 * Remembers an order of a proxy in this browser: the `open` one, which a reload comes back to, the one that was `left`
 * open for another purchase, or the key of an `attempt` to make one. The id and when it was noted, one of each kind,
 * nothing else. Storage that is full, forbidden or corrupt costs nothing but that.
 */
export class OrderMemory {
  /** What it is stored under. */
  readonly key: string;
  #environment: Environment;
  #lifetime: number;

  constructor(proxyUrl: string, environment: Environment, kind: Kind = 'open') {
    this.#lifetime = LIFETIMES[kind];
    this.key = `cr-checkout:${kind}:${proxyUrl}`;
    this.#environment = environment;
  }

  read(): string | undefined {
    try {
      const noted: unknown = JSON.parse(this.#environment.storage?.getItem(this.key) ?? 'null');
      if (typeof noted !== 'object' || noted === null) return undefined;
      const {orderId, at} = noted as {orderId?: unknown; at?: unknown};
      const isFresh = typeof at === 'number' && Math.abs(this.#environment.now() - at) < this.#lifetime;
      return isFresh && typeof orderId === 'string' && orderId.length < 200 ? orderId : undefined;
    } catch {
      return undefined;
    }
  }

  write(orderId: string) {
    try {
      this.#environment.storage?.setItem(this.key, JSON.stringify({orderId, at: this.#environment.now()}));
    } catch {
      // Full or forbidden: the order goes on, only the resume is lost.
    }
  }

  forget() {
    try {
      this.#environment.storage?.removeItem(this.key);
    } catch {
      // Forbidden: there is nothing to forget.
    }
  }
}
