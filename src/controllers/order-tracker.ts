import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ApiError, asApiError} from '../api/errors.js';
import {isOver, isSettled, phaseOf, progressOf} from '../domain/order.js';
import type {Order} from '../domain/types.js';
import type {Channel, Environment} from './environment.js';
import {ReconnectingEventSource} from './reconnecting-event-source.js';

/** Where a watched order is read and streamed from. */
export interface OrderSource {
  getOrder(orderId: string, signal: AbortSignal): Promise<Order>;
  /** Address of the event stream, or nothing where it cannot be opened. */
  streamUrl(orderId: string): string | undefined;
  /** What elements and tabs that watch the same order call each other by. */
  channelName(orderId: string): string;
}

export interface OrderTrackerListener {
  onOrder(order: Order): void;
  /**
   * Tracking is weak: neither reads nor a stream get through. Each outage is told once, and `undefined` when it is over;
   * tracking goes on. `order_not_found` ends it.
   */
  onTrackingError(error: ApiError | undefined): void;
  /** A heartbeat told the server's time, in milliseconds since 1970. */
  onTime(serverTime: number): void;
}

const PULSE = 60_000;
const AGAIN = 10_000;
const HIDDEN_PACE = 30_000;
/** How long the proxy may answer a read from its memory, and longer than anything is worth reading again. */
const STALE = 5_000;
const SOON = 1_000;

/**
 * Follows one order while its host is on the page: by event stream, beside which a slow pulse of reads notices what
 * the stream missed, and by polling where there is no stream that can be trusted. Streams and reads together stay under
 * 15 a minute, and under 4 with a stream that is proven.
 */
export class OrderTracker implements ReactiveController {
  #source: () => OrderSource;
  #listener: OrderTrackerListener;
  #environment: () => Environment;
  #isSlow: boolean;
  #orderId: string | undefined;
  #isConnected = false;
  #life: AbortController | undefined;
  #turn = new AbortController();
  #reading = new AbortController();
  #stream: ReconnectingEventSource | undefined;
  #channel: Channel | undefined;
  /** What was told last; it may hold codes, and goes when the host leaves the page. */
  #order: Order | undefined;
  #isKnown = false;
  #changedAt = 0;
  /** When the stream brought the last change: an answer that may be older does not undo it. */
  #streamedAt = 0;
  #readAt = 0;
  /** When the pace of reads starts to count. */
  #since = 0;
  #hastenAt = Number.POSITIVE_INFINITY;
  #heldUntil = 0;
  #failures = 0;
  #isTroubled = false;

  constructor(
    host: ReactiveControllerHost,
    options: {
      source: () => OrderSource;
      environment: () => Environment;
      listener: OrderTrackerListener;
      /** Without a stream, once a minute: an order that is not on screen. */
      isSlow?: boolean;
    },
  ) {
    this.#source = options.source;
    this.#environment = options.environment;
    this.#listener = options.listener;
    this.#isSlow = options.isSlow ?? false;
    host.addController(this);
  }

  /** The order that is watched, on the page or not. */
  get orderId(): string | undefined {
    return this.#orderId;
  }

  hostConnected() {
    this.#isConnected = true;
    this.#begin();
  }

  hostDisconnected() {
    this.#isConnected = false;
    this.#end();
  }

  /** `order` is what is known of it already. */
  watch(orderId: string, order?: Order) {
    if (orderId === this.#orderId) return;
    this.stop();
    this.#orderId = orderId;
    this.#order = order;
    this.#isKnown = order !== undefined;
    this.#begin();
  }

  stop() {
    this.#end();
    this.#orderId = undefined;
  }

  /** Reads the order now instead of at the next turn. */
  check() {
    this.#hasten(SOON);
    this.#stream?.reconnectNow();
  }

  #end() {
    this.#life?.abort();
    this.#channel?.close();
    this.#order = this.#stream = this.#channel = undefined;
  }

  #begin() {
    const orderId = this.#orderId;
    if (orderId === undefined || !this.#isConnected) return;
    const life = new AbortController();
    const {signal} = life;
    this.#life = life;
    this.#changedAt = this.#now();
    this.#readAt = this.#streamedAt = this.#heldUntil = this.#failures = 0;
    this.#isTroubled = false;
    const wake = () => {
      if (document.hidden || this.#now() - this.#readAt < SOON) return;
      this.check();
      // What was asked for before the device slept may never be answered.
      this.#reading.abort();
    };
    for (const type of ['online', 'pageshow']) globalThis.addEventListener(type, wake, {signal});
    document.addEventListener('visibilitychange', wake, {signal});
    void this.#run(orderId, signal);
  }

  async #run(orderId: string, life: AbortSignal) {
    // A framework that mounts twice in one go begins once.
    await undefined;
    if (life.aborted) return;
    this.#join(orderId, life);
    for (let isDue = true; !life.aborted; ) {
      if (isDue) await this.#read(orderId, life);
      this.#turn = new AbortController();
      const wait =
        Math.max(this.#heldUntil, Math.min(this.#hastenAt, this.#since + this.#pace())) - this.#now();
      if (wait > 0) await this.#environment().sleep(wait, AbortSignal.any([life, this.#turn.signal]));
      isDue = wait <= 0 || !this.#turn.signal.aborted;
    }
  }

  /** Opens the stream, and listens to who else watches this order. */
  #join(orderId: string, life: AbortSignal) {
    const environment = this.#environment();
    const {streamUrl, channelName} = this.#source();
    const url = this.#isSlow ? undefined : streamUrl(orderId);
    if (url && environment.createEventSource) {
      this.#stream = new ReconnectingEventSource({
        url,
        environment,
        life,
        notBefore: () => this.#heldUntil,
        onMessage: order => {
          if (!order) return this.#hasten(this.#distance);
          // It says what a read would have said.
          this.#hastenAt = Number.POSITIVE_INFINITY;
          this.#accept(order);
        },
        onTime: this.#listener.onTime,
        onTurn: () => {
          const {isHealthy, hasStopped, openedAt = 0} = this.#stream ?? {};
          if (isHealthy) this.#setTrouble(undefined);
          else this.#since = this.#now();
          // What changed before there was this stream, or after the last one, only a read tells.
          this.#hasten(hasStopped ? SOON : isHealthy && this.#readAt < openedAt ? this.#distance : PULSE);
        },
      });
    }
    this.#channel = environment.createChannel?.(channelName(orderId));
    // What others say is no news, only a reason to read.
    this.#channel?.addEventListener('message', ({data}) => {
      if (data !== gist(this.#order)) this.#hasten(SOON);
    });
  }

  /** Has the order read at its next turn, at least so long after the last time. */
  #hasten(distance: number) {
    this.#hastenAt = Math.min(this.#hastenAt, this.#readAt + distance);
    this.#turn.abort();
  }

  /** Between reads. They are fewer beside a stream that is opened again and again: both count. */
  get #distance(): number {
    return this.#stream?.isFlapping ? 9_000 : STALE;
  }

  #pace(): number {
    const quiet = this.#now() - this.#changedAt;
    const isExpired = this.#order && isOver(phaseOf(this.#order)) && quiet > 2 * PULSE;
    if (this.#isSlow || isExpired) return PULSE;
    // What a lost read was to notice does not wait for another minute.
    if (this.#stream?.isHealthy) return Math.min(PULSE, this.#failures * AGAIN || PULSE);
    if (document.hidden) return HIDDEN_PACE;
    return quiet > 2 * PULSE ? 10_000 : this.#distance;
  }

  /** A read that is lost is "not yet", never the end of waiting for money. */
  async #read(orderId: string, life: AbortSignal) {
    const askedAt = this.#now();
    this.#readAt = askedAt;
    this.#hastenAt = Number.POSITIVE_INFINITY;
    this.#reading = new AbortController();
    const {signal} = this.#reading;
    try {
      const order = await this.#source().getOrder(orderId, AbortSignal.any([life, signal]));
      if (life.aborted) return;
      this.#failures = 0;
      this.#setTrouble(undefined);
      if (this.#accept(order, askedAt) && isSettled(order)) this.#end();
    } catch (error) {
      if (!life.aborted && !signal.aborted) this.#fail(error);
      // One that hung has used up its pause.
      this.#since = askedAt;
      return;
    }
    this.#since = this.#now();
  }

  #fail(error: unknown) {
    const trouble = asApiError(error);
    const {code, retryAfter} = trouble;
    this.#failures += 1;
    const isAskedToWait = code === 'rate_limited';
    this.#heldUntil =
      this.#now() + (retryAfter ?? (isAskedToWait ? Math.min(10_000 * this.#failures, PULSE) : 0));
    // An order that was there a moment ago is not gone because one answer of many says so.
    if (code === 'not_found' && (!this.#isKnown || this.#failures > 2)) {
      this.stop();
      this.#listener.onTrackingError(new ApiError('order_not_found', '', {status: 404}));
    } else if (!this.#stream?.isHealthy && (!this.#isKnown || this.#failures > 1)) this.#setTrouble(trouble);
  }

  #setTrouble(trouble: ApiError | undefined) {
    if (this.#isTroubled === Boolean(trouble)) return;
    this.#isTroubled = !this.#isTroubled;
    this.#listener.onTrackingError(trouble);
  }

  /**
   * Takes news; answers whether it is believed. A read is `askedAt`, a message of the stream is not. What may be older
   * than what is known, by its own time, by when it was asked for, or because it goes backwards, only leads to a read.
   */
  #accept(order: Order, askedAt?: number): boolean {
    const before = this.#order;
    if (before && content(order) === content(before)) return true;
    if (before && this.#isDoubtful(order, before, askedAt)) {
      // A message that is old by its own word says nothing at all.
      if (askedAt !== undefined || aheadOf(order, before) === 0) this.#hasten(this.#distance);
      return false;
    }
    this.#order = order;
    this.#isKnown = true;
    this.#changedAt = this.#now();
    if (askedAt === undefined) {
      this.#streamedAt = this.#now();
      if (isOver(phaseOf(order))) this.#hasten(SOON);
    }
    if (before && gist(order) !== gist(before)) this.#channel?.postMessage(gist(order));
    if (this.#orderId !== undefined) this.#listener.onOrder({...order, id: this.#orderId});
    return true;
  }

  #isDoubtful(order: Order, before: Order, askedAt: number | undefined): boolean {
    const ahead = aheadOf(order, before);
    // Not for ever: one wrong time must not stop the clock of an order.
    if (ahead !== 0) return ahead < 0 && this.#now() - this.#changedAt < PULSE;
    const progress = progressOf(order) - progressOf(before);
    if (askedAt === undefined) return progress < 0;
    const isOther = progress < 0 || (progress === 0 && gist(order) !== gist(before));
    return isOther && askedAt < this.#streamedAt + STALE;
  }

  #now() {
    return this.#environment().now();
  }
}

/** All of an order but the time it was touched. */
function content(order: Order): string {
  return JSON.stringify({...order, updatedAt: 0});
}

/** By how many milliseconds one is newer by its own time than the other; 0 where that is not known. */
function aheadOf({updatedAt = 0}: Order, {updatedAt: before = 0}: Order): number {
  return updatedAt && before && updatedAt - before;
}

/** What tabs tell each other: the API's two states, nothing of the buyer. */
function gist(order: Order | undefined): string {
  return `${order?.state} ${order?.paymentState}`;
}
