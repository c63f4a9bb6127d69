import {tryOrUndefined} from '../domain/try-or-undefined.js';
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
export class OrderStorage {
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
    const {storage, now} = this.#environment;
    const noted: {orderId?: unknown; at?: unknown} | null | undefined = tryOrUndefined(() =>
      JSON.parse(storage?.getItem(this.key) ?? 'null'),
    );
    const {orderId, at} = noted ?? {};
    const isFresh = typeof at === 'number' && Math.abs(now() - at) < this.#lifetime;
    return isFresh && typeof orderId === 'string' && orderId.length < 200 ? orderId : undefined;
  }

  write(orderId: string) {
    const {storage, now} = this.#environment;
    // Full or forbidden: the order goes on, only the resume is lost.
    tryOrUndefined(() => storage?.setItem(this.key, JSON.stringify({orderId, at: now()})));
  }

  forget() {
    tryOrUndefined(() => this.#environment.storage?.removeItem(this.key));
  }
}
