import {type OrderStreamHandlers, openOrderStream} from '../api/order-stream.js';
import type {Environment} from './environment.js';

export interface ReconnectingEventSourceOptions extends Pick<OrderStreamHandlers, 'onMessage' | 'onTime'> {
  readonly url: string;
  readonly environment: Environment;
  /** Ends it. */
  readonly life: AbortSignal;
  /** Milliseconds since 1970 before which nothing may be asked. */
  notBefore(): number;
  /** The stream has become proven, or is so no more, or has ended for good: how often to read has changed. */
  onTurn(): void;
}

/** A stream is proven while anything has arrived on it in this time. */
const PROOF = 40_000;
const MINUTE = 60_000;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;
const YOUNG = 5_000;
/** Streams a minute at the most, whoever cuts them and however soon. */
const MOST_A_MINUTE = 6;

/**
 * Keeps an order's event stream open: one that is lost, or says nothing for 40 s, is opened again after 1 s, doubling
 * to 30 s, give or take a quarter, and after 1 s again once a message was good. `stop` ends it for good.
 */
export class ReconnectingEventSource {
  #options: ReconnectingEventSourceOptions;
  #aliveAt = Number.NEGATIVE_INFINITY;
  #openings: readonly number[] = [];
  #retry = FIRST_RETRY;
  #hurry = new AbortController();

  /** The stream has said that it ends for good. */
  hasStopped = false;

  constructor(options: ReconnectingEventSourceOptions) {
    this.#options = options;
    void this.#run();
  }

  get isHealthy(): boolean {
    return this.#now() - this.#aliveAt < PROOF;
  }

  /** When the last one was opened. */
  get openedAt(): number {
    return this.#openings.at(-1) ?? 0;
  }

  /** It is opened again and again: what else asks should hold back. */
  get isFlapping(): boolean {
    return this.#openings.filter(at => this.#now() - at < MINUTE).length > 2;
  }

  /** Tries again now rather than at its turn, unless it is proven or young: the device has woken, or has a network again. */
  reconnectNow() {
    if (this.isHealthy || this.#now() - this.openedAt < YOUNG) return;
    this.#retry = FIRST_RETRY;
    this.#hurry.abort();
  }

  async #run() {
    const {environment, life, notBefore} = this.#options;
    while (!life.aborted && !this.hasStopped) {
      const [oldest = 0] = this.#openings.length < MOST_A_MINUTE ? [] : this.#openings;
      const held = Math.max(notBefore(), oldest + MINUTE) - this.#now();
      if (held > 0) await environment.sleep(held, life);
      if (life.aborted) return;
      this.#openings = [...this.#openings, this.#now()].slice(-MOST_A_MINUTE);
      this.#hurry = new AbortController();
      await this.#once().catch(() => {
        this.hasStopped = true; // There is no stream at this address: its factory throws.
      });
      const hasEnded = this.#aliveAt > Number.NEGATIVE_INFINITY || this.hasStopped;
      this.#aliveAt = Number.NEGATIVE_INFINITY;
      if (life.aborted) return;
      if (hasEnded) this.#options.onTurn();
      if (this.#hurry.signal.aborted || this.hasStopped) continue;
      const wait = document.hidden ? LAST_RETRY : this.#retry * (0.75 + environment.random() / 2);
      this.#retry = Math.min(this.#retry * 2, LAST_RETRY);
      await environment.sleep(Math.min(wait, LAST_RETRY), AbortSignal.any([life, this.#hurry.signal]));
    }
  }

  /** One stream, from its opening until it is lost, silent, stopped, or nobody waits for it any more. */
  async #once() {
    const {environment, url, life, onMessage, onTime} = this.#options;
    const {createEventSource} = environment;
    if (!createEventSource) return;
    const lost = new AbortController();
    const end = AbortSignal.any([life, lost.signal, this.#hurry.signal]);
    const close = openOrderStream(createEventSource, url, {
      onTime,
      onAlive: () => {
        const isNews = !this.isHealthy;
        this.#aliveAt = this.#now();
        if (isNews) this.#options.onTurn();
      },
      onMessage: order => {
        if (order) this.#retry = FIRST_RETRY;
        onMessage(order);
      },
      onStop: () => {
        this.hasStopped = true;
        lost.abort();
      },
      onLost: () => lost.abort(),
    });
    const silentAt = () => Math.max(this.openedAt, this.#aliveAt) + PROOF;
    while (!end.aborted && silentAt() > this.#now()) await environment.sleep(silentAt() - this.#now(), end);
    close();
  }

  #now() {
    return this.#options.environment.now();
  }
}
