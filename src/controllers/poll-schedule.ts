import type {ApiError} from '../api/errors.js';
import {MAX_CACHE_AGE} from '../domain/order-freshness.js';

// Every interval at which an order is read, its stream opened again, or a price requested. All in milliseconds.

/** Between reads beside a healthy stream: they only notice what it missed. Also of an order that is not on screen. */
export const HEALTHY_POLL = 60_000;

/** Minimum gap between reads; a sooner one would come from the proxy's order cache. */
export const MIN_POLL_GAP = MAX_CACHE_AGE;

/** The same beside a stream that is opened again and again: streams and reads together stay under 15 a minute. */
export const FLAPPING_POLL_GAP = 9_000;

/** Between reads without a stream when nothing has changed for {@link QUIET_AFTER}. */
export const QUIET_POLL = 10_000;
export const QUIET_AFTER = 120_000;

/** Between reads without a stream in a hidden tab: browsers throttle its timers anyway. */
export const HIDDEN_POLL = 30_000;

/** Gap to the last read when there is a reason to read now: a press, a woken device, news from another tab. */
export const WAKE_GAP = 1_000;

/** Added to the wait by each failed read, up to {@link HEALTHY_POLL}. */
export const RETRY_STEP = 10_000;

/** A stream without heartbeat or message for this long is not healthy: the proxy sends a heartbeat every 15 s. */
export const STREAM_TIMEOUT = 40_000;

/** Waits before a lost stream is opened again: the first, doubled up to the last, give or take a quarter. */
export const FIRST_RECONNECT = 1_000;
export const LAST_RECONNECT = 30_000;

/** Age up to which a stream that says nothing is given time rather than opened again. */
export const STREAM_GRACE = 5_000;

/** Openings of a stream in {@link STREAM_WINDOW}, however soon it is cut: the proxy limits requests by minute. */
export const MAX_STREAMS = 6;
export const STREAM_WINDOW = 60_000;

/** Openings in {@link STREAM_WINDOW} from which a stream is flapping. */
export const FLAPPING_STREAMS = 3;

/** Until the first page of a listing has been painted: what it does not need waits as long. */
export const FIRST_PAINT = 300;

/** Pause in typing an amount before its price is requested. */
export const TYPING_PAUSE = 250;

/** Between updates of the age of the price on screen, and checks whether it is due (`REFRESH_AFTER`, quote-age). */
export const QUOTE_AGE_TICK = 10_000;

/** What the interval between reads depends on, beside failures. */
export interface PollConditions {
  /** Milliseconds since the order changed. */
  readonly quietFor: number;
  /** The order is not on screen. */
  readonly isBackground: boolean | undefined;
  readonly isOver: boolean;
  readonly isStreamHealthy: boolean;
  readonly isStreamFlapping: boolean;
  readonly isPageHidden: boolean;
}

/**
 * Returns the milliseconds between two reads of an order.
 *
 * @param failures Reads that failed in a row.
 */
export function pollInterval(conditions: PollConditions, failures: number): number {
  const {isBackground, isOver, isStreamHealthy, isPageHidden} = conditions;
  const isQuiet = conditions.quietFor > QUIET_AFTER;
  if (isBackground || (isOver && isQuiet)) return HEALTHY_POLL;
  // A change that a failed read was to notice does not wait for another minute.
  if (isStreamHealthy) return Math.min(HEALTHY_POLL, failures * RETRY_STEP || HEALTHY_POLL);
  if (isPageHidden) return HIDDEN_POLL;
  return isQuiet ? QUIET_POLL : minPollGap(conditions);
}

/** Returns the minimum gap between reads: they are fewer beside a flapping stream, because both count. */
export function minPollGap({isStreamFlapping}: Pick<PollConditions, 'isStreamFlapping'>): number {
  return isStreamFlapping ? FLAPPING_POLL_GAP : MIN_POLL_GAP;
}

/** When an order is read next: its interval, reads that were scheduled sooner, and pauses that the proxy requests. */
export class PollSchedule {
  #now: () => number;
  #countsFrom = 0;
  #scheduledAt = Number.POSITIVE_INFINITY;

  /** When the last read began, in milliseconds since 1970; 0 before the first. */
  readAt = 0;
  /** Reads that failed in a row. */
  failures = 0;
  /** Time before which nothing may be requested. */
  pausedUntil = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds since the last read began. */
  get readAge(): number {
    return this.#now() - this.readAt;
  }

  /** Schedules a read for `gap` milliseconds after the last one, unless one is due sooner. */
  scheduleRead(gap: number) {
    this.#scheduledAt = Math.min(this.#scheduledAt, this.readAt + gap);
  }

  /** Drops a scheduled read; the interval goes on. */
  unscheduleRead() {
    this.#scheduledAt = Number.POSITIVE_INFINITY;
  }

  /** Begins the interval anew. */
  restartInterval() {
    this.#countsFrom = this.#now();
  }

  /** Returns the milliseconds until the next read, 0 or less when it is due. */
  timeLeft(conditions: PollConditions): number {
    const now = this.#now();
    const interval = pollInterval(conditions, this.failures);
    return Math.max(this.pausedUntil, Math.min(this.#scheduledAt, this.#countsFrom + interval)) - now;
  }

  /** Notes the beginning of a read and returns its time. */
  beginRead(): number {
    this.unscheduleRead();
    this.readAt = this.#now();
    return this.readAt;
  }

  /** Notes the end of a read: the interval counts from an answer, but from the request of a read that hung or failed. */
  endRead({isAnswered}: {isAnswered: boolean}) {
    if (isAnswered) this.failures = 0;
    this.#countsFrom = isAnswered ? this.#now() : this.readAt;
  }

  /** Counts a failed read and pauses for as long as the response requests. */
  countFailure({code, retryAfter}: Pick<ApiError, 'code' | 'retryAfter'>) {
    this.failures += 1;
    const ownPause = code === 'rate_limited' ? Math.min(RETRY_STEP * this.failures, HEALTHY_POLL) : 0;
    this.pausedUntil = this.#now() + (retryAfter ?? ownPause);
  }
}
