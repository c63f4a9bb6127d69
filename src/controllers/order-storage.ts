import {decimal} from '../domain/money.js';
import {omitEmpty} from '../domain/omit-empty.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';
import type {Environment} from './environment.js';
import {readStored, writeStored} from './stored.js';

const HOUR = 3_600_000;

/**
 * Kinds of ids that are remembered: the `open` order, which a reload comes back to, the `background` order, which was left open for
 * another purchase, the `latest` order of the elements with a preselected brand, and the key of an `attempt` to create one.
 * `prefix` stays as it is: browsers hold data under it.
 * `lifetime` is in milliseconds; an attempt that created an order has expired after an hour.
 */
const KINDS = {
  open: {prefix: 'cr-checkout:open', lifetime: 7 * 24 * HOUR},
  background: {prefix: 'cr-checkout:left', lifetime: 7 * 24 * HOUR},
  latest: {prefix: 'cr-checkout:latest', lifetime: 7 * 24 * HOUR},
  attempt: {prefix: 'cr-checkout:attempt', lifetime: HOUR},
} as const;

export type OrderStorageKind = keyof typeof KINDS;

/** Facts of an order that are remembered beside its id. */
export interface RememberedOrder {
  readonly orderId: string;
  /** Opens what is delivered. */
  readonly key?: string | undefined;
  /** Amount that the buyer confirmed, a decimal string. */
  readonly total?: string | undefined;
  /** It is for something else than was confirmed, and never payable. */
  readonly isRefused?: true | undefined;
}

/** Everything that is known of an order beside its id. */
export type OrderFacts = Omit<RememberedOrder, 'orderId'>;

/**
 * Remembers one id per kind and proxy in this browser, with the time it was written, of an order its key, the amount that was
 * confirmed and whether it was refused, and nothing else. If storage is full, forbidden or corrupt, the order goes on and only
 * its resume is lost.
 */
export class OrderStorage {
  /** Key in the browser's storage. */
  readonly key: string;
  #environment: Environment;
  #lifetime: number;

  /** @param name URL of the proxy, and the preselected brand where there is one. */
  constructor(name: string, environment: Environment, kind: OrderStorageKind = 'open') {
    const {prefix, lifetime} = KINDS[kind];
    this.#lifetime = lifetime;
    this.key = `${prefix}:${name}`;
    this.#environment = environment;
  }

  /** Returns the remembered id; `undefined` if there is none, or it is too old or malformed. */
  read(): string | undefined {
    return this.readOrder()?.orderId;
  }

  /** Returns everything that is remembered; `undefined` if there is nothing, or it is too old or malformed. */
  readOrder(): RememberedOrder | undefined {
    const {orderId, at, key, total, isRefused} = readStored<keyof RememberedOrder | 'at'>(
      this.#environment,
      this.key,
    );
    const isFresh = typeof at === 'number' && Math.abs(this.#environment.now() - at) < this.#lifetime;
    if (!isFresh || typeof orderId !== 'string' || orderId.length >= 200) return undefined;
    const facts = {key: shortText(key), total: decimal(shortText(total)), isRefused: isRefused === true};
    return {orderId, ...omitEmpty(facts)} as RememberedOrder;
  }

  write(orderId: string, rest: OrderFacts = {}) {
    writeStored(this.#environment, this.key, {...rest, orderId, at: this.#environment.now()});
  }

  forget() {
    tryOrUndefined(() => this.#environment.storage?.removeItem(this.key));
  }
}

function shortText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 200 ? value : undefined;
}
