import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ApiError} from '../api/errors.js';
import {openOrderStream} from '../api/order-stream.js';
import {isOver, phaseOf} from '../domain/order.js';
import type {Order} from '../domain/types.js';
import type {Environment} from './environment.js';

/** Where a watched order is read and streamed from. */
export interface OrderSource {
  getOrder(orderId: string, signal: AbortSignal): Promise<Order>;
  /** Address of the event stream, or nothing where it cannot be opened. */
  streamUrl(orderId: string): string | undefined;
}

export interface OrderWatchListener {
  onOrder(order: Order): void;
  /** Each outage is told once, and `undefined` when it is over; tracking goes on. `order_not_found` ends it. */
  onTrouble(error: ApiError | undefined): void;
}

/** A stream is proven while anything has arrived on it in this time. */
const PROOF = 40_000;
const PULSE = 60_000;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

/**
 * Follows one order while its host is on the page: by event stream, beside which a slow pulse of reads notices what
 * the stream missed, and by polling where there is no stream that can be trusted.
 */
export class OrderWatch implements ReactiveController {
  #source: () => OrderSource;
  #listener: OrderWatchListener;
  #environment: () => Environment;
  #orderId: string | undefined;
  #life: AbortController | undefined;
  #wake: AbortController | undefined;
  #isConnected = false;
  #aliveAt = 0;
  #changedAt = 0;
  #lastText = '';
  #isOver = false;
  #isTroubled = false;

  constructor(
    host: ReactiveControllerHost,
    options: {source: () => OrderSource; environment: () => Environment; listener: OrderWatchListener},
  ) {
    this.#source = options.source;
    this.#environment = options.environment;
    this.#listener = options.listener;
    host.addController(this);
  }

  hostConnected() {
    this.#isConnected = true;
    this.#begin();
  }

  hostDisconnected() {
    this.#isConnected = false;
    this.#life?.abort();
  }

  watch(orderId: string) {
    if (orderId === this.#orderId) return;
    this.stop();
    this.#orderId = orderId;
    this.#begin();
  }

  stop() {
    this.#life?.abort();
    this.#orderId = undefined;
  }

  /** Reads the order now instead of at the next turn. */
  check() {
    this.#wake?.abort();
  }

  #begin() {
    const orderId = this.#orderId;
    if (orderId === undefined || !this.#isConnected) return;
    const life = new AbortController();
    this.#life = life;
    this.#aliveAt = 0;
    this.#changedAt = this.#environment().now();
    this.#lastText = '';
    this.#isOver = false;
    this.#isTroubled = false;
    const wake = () => {
      if (document.visibilityState === 'visible') this.check();
    };
    for (const type of ['online', 'pageshow']) globalThis.addEventListener(type, wake, {signal: life.signal});
    document.addEventListener('visibilitychange', wake, {signal: life.signal});
    void this.#poll(orderId, life.signal);
    void this.#stream(orderId, life.signal);
  }

  async #poll(orderId: string, life: AbortSignal) {
    while (!life.aborted) {
      this.#wake = new AbortController();
      const wait = await this.#read(orderId, life);
      await this.#environment().sleep(wait, AbortSignal.any([life, this.#wake.signal]));
    }
  }

  /** One read; answers how long to wait for the next. A lost one is "not yet", never the end of waiting for money. */
  async #read(orderId: string, life: AbortSignal): Promise<number> {
    try {
      const order = await this.#source().getOrder(orderId, life);
      this.#accept(order);
      if (this.#isTroubled) this.#listener.onTrouble(undefined);
      this.#isTroubled = false;
      // A late payment can still revive an expired order; nothing revives the others.
      const phase = phaseOf(order);
      if (isOver(phase) && phase !== 'expired') this.#life?.abort();
      return this.#pause();
    } catch (error) {
      if (life.aborted) return 0;
      const trouble =
        error instanceof ApiError
          ? error
          : new ApiError('internal_error', 'Tracking failed.', {cause: error});
      if (trouble.code === 'not_found') {
        this.stop();
        this.#listener.onTrouble(
          new ApiError('order_not_found', 'The proxy does not know this order.', {status: 404}),
        );
      } else if (!this.#isTroubled) {
        this.#isTroubled = true;
        this.#listener.onTrouble(trouble);
      }
      return Math.max(trouble.retryAfter ?? 0, this.#pause());
    }
  }

  #pause(): number {
    const now = this.#environment().now();
    if (this.#isOver || now - this.#aliveAt < PROOF) return PULSE;
    return now - this.#changedAt < 120_000 ? 5_000 : 10_000;
  }

  async #stream(orderId: string, life: AbortSignal) {
    const {createEventSource, sleep} = this.#environment();
    const url = this.#source().streamUrl(orderId);
    if (!createEventSource || !url) return;
    for (let retry = FIRST_RETRY; !life.aborted; retry = Math.min(retry * 2, LAST_RETRY)) {
      const ended = await new Promise<'lost' | 'stopped'>(resolve => {
        const close = openOrderStream(createEventSource, url, {
          onOrder: order => {
            retry = FIRST_RETRY;
            this.#accept(order);
          },
          onAlive: () => {
            this.#aliveAt = this.#environment().now();
          },
          onStop: () => resolve('stopped'),
          onLost: () => resolve('lost'),
        });
        life.addEventListener('abort', () => {
          close();
          resolve('stopped');
        });
      }).catch(() => 'stopped' as const); // An address that no stream can be opened at throws.
      this.#aliveAt = 0;
      if (ended === 'stopped') break;
      await sleep(retry, life);
    }
    this.check();
  }

  #accept(order: Order) {
    if (this.#orderId === undefined) return;
    const text = JSON.stringify(order);
    if (text === this.#lastText) return;
    this.#lastText = text;
    this.#changedAt = this.#environment().now();
    this.#isOver = isOver(phaseOf(order));
    this.#listener.onOrder({...order, id: this.#orderId});
  }
}
