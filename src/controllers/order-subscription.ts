import {ApiError, asApiError} from '../api/errors.js';
import {isOver, isSettled, phaseOf} from '../domain/order.js';
import {isSameDetails} from '../domain/order-change.js';
import {isSameOrderId} from '../domain/support-link.js';
import type {Order} from '../domain/types.js';
import type {Environment} from './environment.js';
import {LatestOrder} from './latest-order.js';
import {OrderChannel} from './order-channel.js';
import {HEALTHY_POLL, minPollGap, type PollConditions, PollSchedule, WAKE_GAP} from './poll-schedule.js';
import {ReconnectingEventSource} from './reconnecting-event-source.js';

/** Where orders are read and streamed from. */
export interface OrderSource {
  readonly environment: Environment;
  getOrder(orderId: string, signal: AbortSignal): Promise<Order>;
  /** Returns the URL of the event stream; `undefined` if there is none to open. */
  streamUrl(orderId: string): string | undefined;
  /** Returns the name of the channel that elements and tabs which track the same order share. */
  channelName(orderId: string): string;
  /** Receives the server's time from a heartbeat, in milliseconds since 1970. */
  onTime(serverTime: number): void;
}

export interface OrderListener {
  onOrder(order: Order): void;
  /**
   * Reports once an outage that neither reads nor a stream get through, and `undefined` when it is over; tracking goes
   * on. `order_not_found` ends it.
   */
  onTrackingError(error: ApiError | undefined): void;
}

export interface OrderSubscriptionOptions extends OrderListener {
  readonly orderId: string;
  /** The order as far as it is known already. */
  readonly order: Order | undefined;
  /** Whether the order was found before: a 404 counts only the third time then. */
  readonly wasFound: boolean;
  readonly source: OrderSource;
  /** Reads slowly and opens no stream. */
  readonly isBackground: boolean | undefined;
  onNotFound(): void;
}

/**
 * Follows an order until it is settled or the subscription is closed: by event stream, beside which slow reads notice
 * what the stream missed, and by polling while there is no healthy stream. Streams and reads together stay under 15 a
 * minute, and under 4 with a healthy stream.
 */
export class OrderSubscription {
  #options: OrderSubscriptionOptions;
  #schedule: PollSchedule;
  #life = new AbortController();
  /** Ends the wait for the next read. */
  #wait = new AbortController();
  #read = new AbortController();
  #stream: ReconnectingEventSource | undefined;
  #channel: OrderChannel | undefined;
  #latest: LatestOrder;
  #wasFound: boolean;
  /** When a message of the channel was last answered by a read at once. */
  #channelAt = Number.NEGATIVE_INFINITY;
  /** Where money goes has changed, and has not been read again. */
  #isUnconfirmed = false;
  #isFailing = false;

  constructor(options: OrderSubscriptionOptions) {
    this.#options = options;
    const now = () => options.source.environment.now();
    this.#latest = new LatestOrder(options.order, now);
    this.#schedule = new PollSchedule(now);
    this.#wasFound = options.wasFound;
    const {signal} = this.#life;
    for (const type of ['online', 'pageshow'])
      globalThis.addEventListener(type, () => this.#onWake(), {signal});
    document.addEventListener('visibilitychange', () => this.#onShown(), {signal});
    void this.#run(signal);
  }

  /** Reads the order now instead of at its next turn. */
  check() {
    this.#scheduleRead(WAKE_GAP);
    this.#stream?.reconnectNow();
  }

  /** Ends everything and drops the order, which may hold codes. */
  close() {
    this.#life.abort();
    this.#channel?.close();
    this.#latest.drop();
    this.#stream = this.#channel = undefined;
  }

  /** Reads now. A read that was sent before the device slept may never be answered, so it is given up. */
  #onWake() {
    if (document.hidden || this.#schedule.readAge < WAKE_GAP) return;
    this.check();
    this.#read.abort();
  }

  /** Reads again soon even after a read of just now: it was sent while the page was hidden, without a stream. */
  #onShown() {
    this.#onWake();
    if (!document.hidden) this.#scheduleRead(WAKE_GAP);
  }

  async #run(life: AbortSignal) {
    // A framework that mounts twice in one task begins once.
    await undefined;
    if (life.aborted) return;
    this.#connect(life);
    for (let isDue = true; !life.aborted; ) {
      if (isDue) await this.#readOrder(life);
      this.#wait = new AbortController();
      const {signal} = this.#wait;
      const left = this.#schedule.timeLeft(this.#conditions);
      if (left > 0) await this.#options.source.environment.sleep(left, AbortSignal.any([life, signal]));
      isDue = left <= 0 || !signal.aborted;
    }
  }

  /** Opens the stream and the channel. */
  #connect(life: AbortSignal) {
    const {orderId, isBackground, source} = this.#options;
    const {environment} = source;
    const {order} = this.#latest;
    const url = isBackground || (order && isSettled(order)) ? undefined : source.streamUrl(orderId);
    if (url && environment.createEventSource) {
      this.#stream = new ReconnectingEventSource({
        url,
        environment,
        life,
        notBefore: () => this.#schedule.pausedUntil,
        onMessage: order => this.#onMessage(order),
        onTime: serverTime => source.onTime(serverTime),
        onHealthChange: () => this.#onHealthChange(),
      });
    }
    const channel = environment.createChannel?.(source.channelName(orderId));
    this.#channel = new OrderChannel(channel, order, () => this.#onChannel());
  }

  /** Reads because another tab learned something: at once, but not more often than otherwise if any script sends messages. */
  #onChannel() {
    const now = this.#options.source.environment.now();
    const isFirst = now - this.#channelAt > HEALTHY_POLL;
    if (isFirst) this.#channelAt = now;
    this.#scheduleRead(isFirst ? WAKE_GAP : minPollGap(this.#conditions));
  }

  #onMessage(order: Order | undefined) {
    if (!order || this.#foreignError(order)) return this.#scheduleRead(minPollGap(this.#conditions));
    // The message says what a scheduled read would.
    this.#schedule.unscheduleRead();
    this.#apply(order);
  }

  #onHealthChange() {
    const {isHealthy, hasStopped, openedAt = 0} = this.#stream ?? {};
    if (isHealthy) this.#setError(undefined);
    else this.#schedule.restartInterval();
    // Only a read shows changes from before this stream was opened, or from after the last one ended.
    const isUnread = isHealthy && this.#schedule.readAt < openedAt;
    this.#scheduleRead(hasStopped ? WAKE_GAP : isUnread ? minPollGap(this.#conditions) : HEALTHY_POLL);
  }

  #scheduleRead(gap: number) {
    this.#schedule.scheduleRead(gap);
    this.#wait.abort();
  }

  get #conditions(): PollConditions {
    const {order, quietFor} = this.#latest;
    return {
      quietFor,
      isBackground: this.#options.isBackground,
      isOver: order !== undefined && isOver(phaseOf(order)),
      isStreamHealthy: this.#stream?.isHealthy ?? false,
      isStreamFlapping: this.#stream?.isFlapping ?? false,
      isPageHidden: document.hidden,
    };
  }

  /** Reads the order. A failed read means "not yet", never the end of waiting for money. */
  async #readOrder(life: AbortSignal) {
    const requestedAt = this.#schedule.beginRead();
    this.#read = new AbortController();
    const {signal} = this.#read;
    const {source, orderId} = this.#options;
    try {
      const order = await source.getOrder(orderId, AbortSignal.any([life, signal]));
      if (life.aborted) return;
      const foreign = this.#foreignError(order);
      if (foreign) throw foreign;
      this.#schedule.endRead({isAnswered: true});
      this.#setError(undefined);
      if (this.#apply(order, requestedAt) && isSettled(order)) this.close();
    } catch (error) {
      if (!life.aborted && !signal.aborted) this.#onReadFailed(asApiError(error));
      this.#schedule.endRead({isAnswered: false});
    }
  }

  #onReadFailed(error: ApiError) {
    this.#schedule.countFailure(error);
    const {failures} = this.#schedule;
    // An order that was found before is not gone because one response says so.
    if (error.code === 'not_found' && (!this.#wasFound || failures > 2)) this.#options.onNotFound();
    else if (!this.#stream?.isHealthy && (!this.#wasFound || failures > 1)) this.#setError(error);
  }

  /** Reports and returns the error of an order that is not the one asked for: it may be another buyer's. */
  #foreignError({id}: Order): ApiError | undefined {
    if (isSameOrderId(id, this.#options.orderId)) return undefined;
    const error = new ApiError('response_invalid', 'The proxy answered about another order.');
    this.#setError(error);
    return error;
  }

  #setError(error: ApiError | undefined) {
    if (this.#isFailing === Boolean(error)) return;
    this.#isFailing = !this.#isFailing;
    this.#options.onTrackingError(error);
  }

  /** Applies an order unless stale; returns whether it was applied. `requestedAt` is `undefined` for a stream message. */
  #apply(order: Order, requestedAt?: number): boolean {
    const before = this.#latest.order;
    const freshness = this.#latest.take(order, requestedAt);
    if (freshness === 'unclear') this.#scheduleRead(minPollGap(this.#conditions));
    if (freshness === 'unclear' || freshness === 'stale') return false;
    const latest = this.#latest.order ?? order;
    const isStreamed = requestedAt === undefined;
    if (freshness === 'same') {
      // A second reading says the same of where money goes: the order is passed on once more.
      if (!this.#isUnconfirmed || isStreamed) return true;
      this.#isUnconfirmed = false;
    } else {
      this.#wasFound = true;
      this.#isUnconfirmed = before !== undefined && !isSameDetails(before, latest);
      // The end of an order is confirmed by a read.
      const isEnd = isStreamed && isOver(phaseOf(order));
      if (isEnd || this.#isUnconfirmed || latest.delivered === 'unread') this.#scheduleRead(WAKE_GAP);
      this.#channel?.announce(latest);
    }
    this.#options.onOrder(latest);
    return true;
  }
}
