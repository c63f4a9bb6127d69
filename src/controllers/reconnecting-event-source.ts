import {type OrderStreamHandlers, openOrderStream} from '../api/order-stream.js';
import type {Environment} from './environment.js';
import {
  FIRST_RECONNECT,
  FLAPPING_STREAMS,
  LAST_RECONNECT,
  MAX_STREAMS,
  STREAM_GRACE,
  STREAM_TIMEOUT,
  STREAM_WINDOW,
} from './poll-schedule.js';

export interface ReconnectingEventSourceOptions extends Pick<OrderStreamHandlers, 'onMessage' | 'onTime'> {
  readonly url: string;
  readonly environment: Environment;
  /** Closes the stream for good. */
  readonly life: AbortSignal;
  /** Returns the time before which nothing may be requested, in milliseconds since 1970. */
  notBefore(): number;
  /** Reports that the stream has become healthy, is so no more, or has stopped for good. */
  onHealthChange(): void;
}

/**
 * Keeps an order's event stream open: a stream that is lost, or silent for 40 s, is opened again after 1 s, doubling to
 * 30 s, give or take a quarter, and after 1 s again once a message was an order. `stop` ends it for good.
 */
export class ReconnectingEventSource {
  #options: ReconnectingEventSourceOptions;
  /** When the open stream sent anything last. */
  #aliveAt = Number.NEGATIVE_INFINITY;
  /** Times of the last openings, oldest first. */
  #openings: readonly number[] = [];
  #retryWait = FIRST_RECONNECT;
  /** Ends the silent stream or the wait for the next one. */
  #reconnect = new AbortController();

  /** Whether the stream has said that it ends for good. */
  hasStopped = false;

  constructor(options: ReconnectingEventSourceOptions) {
    this.#options = options;
    void this.#run();
  }

  /** Whether anything has arrived within the time in which a heartbeat is due. */
  get isHealthy(): boolean {
    return this.#now() - this.#aliveAt < STREAM_TIMEOUT;
  }

  /** When the last stream was opened; 0 before the first. */
  get openedAt(): number {
    return this.#openings.at(-1) ?? 0;
  }

  /** Whether the stream is opened again and again: other requests should hold back. */
  get isFlapping(): boolean {
    return this.#openings.filter(at => this.#now() - at < STREAM_WINDOW).length >= FLAPPING_STREAMS;
  }

  /** Opens the stream again now rather than at its turn, unless it is healthy or young: the device is back. */
  reconnectNow() {
    if (this.isHealthy || this.#now() - this.openedAt < STREAM_GRACE) return;
    this.#retryWait = FIRST_RECONNECT;
    this.#reconnect.abort();
  }

  async #run() {
    const {environment, life} = this.#options;
    while (!life.aborted && !this.hasStopped) {
      const pause = this.#pause;
      if (pause > 0) await environment.sleep(pause, life);
      if (life.aborted) return;
      this.#openings = [...this.#openings, this.#now()].slice(-MAX_STREAMS);
      this.#reconnect = new AbortController();
      await this.#openOnce().catch(() => {
        // `EventSource` throws if the URL is none: there will never be a stream.
        this.hasStopped = true;
      });
      const wasAlive = this.#aliveAt > Number.NEGATIVE_INFINITY;
      this.#aliveAt = Number.NEGATIVE_INFINITY;
      if (life.aborted) return;
      if (wasAlive || this.hasStopped) this.#options.onHealthChange();
      const {signal} = this.#reconnect;
      if (signal.aborted || this.hasStopped) continue;
      const wait = document.hidden ? LAST_RECONNECT : this.#retryWait * (0.75 + environment.random() / 2);
      this.#retryWait = Math.min(this.#retryWait * 2, LAST_RECONNECT);
      await environment.sleep(Math.min(wait, LAST_RECONNECT), AbortSignal.any([life, signal]));
    }
  }

  /** Milliseconds until a stream may be opened. */
  get #pause(): number {
    const [oldest = 0] = this.#openings.length < MAX_STREAMS ? [] : this.#openings;
    return Math.max(this.#options.notBefore(), oldest + STREAM_WINDOW) - this.#now();
  }

  /** Opens a stream; resolves when it is lost, silent, stopped or no longer needed. */
  async #openOnce() {
    const {environment, url, life, onMessage, onTime} = this.#options;
    const {createEventSource} = environment;
    if (!createEventSource) throw new TypeError();
    const lost = new AbortController();
    const end = AbortSignal.any([life, lost.signal, this.#reconnect.signal]);
    const close = openOrderStream(createEventSource, url, {
      onTime,
      onAlive: () => {
        const wasHealthy = this.isHealthy;
        this.#aliveAt = this.#now();
        if (!wasHealthy) this.#options.onHealthChange();
      },
      onMessage: order => {
        if (order) this.#retryWait = FIRST_RECONNECT;
        onMessage(order);
      },
      onStop: () => {
        this.hasStopped = true;
        lost.abort();
      },
      onLost: () => lost.abort(),
    });
    const silentAt = () => Math.max(this.openedAt, this.#aliveAt) + STREAM_TIMEOUT;
    while (!end.aborted && silentAt() > this.#now()) await environment.sleep(silentAt() - this.#now(), end);
    close();
  }

  #now(): number {
    return this.#options.environment.now();
  }
}
