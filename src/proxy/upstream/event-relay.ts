import type {EventStreamBody, StreamSink, StreamSource} from '../core/event-stream.js';
import {emptyBuffer, splitEvents} from './split-events.js';

export interface RelayOptions {
  /** Converts an event (lines joined by `\n`) to the text that is sent, blank line included; `undefined` drops it. */
  readonly transform: (event: string) => string | undefined;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  /** Returns milliseconds since the epoch. */
  readonly now: () => number;
  /** Called once when the relay is over. */
  readonly onEnd: () => void;
}

/** Heartbeats in a row that the client did not take before it counts as gone. */
const maxMissedHeartbeats = 8;

/**
 * Relays an event stream event by event, each when it is complete, as browsers act on no event before. Adds events named
 * `heartbeat`, with the server's time (ISO 8601) as data, at once and then at intervals, only between other events.
 *
 * Reads the API as fast as the client reads; at most one heartbeat waits for a client that does not read. When the API's
 * stream ends or breaks, this one ends, so that the browser reconnects.
 *
 * Thousands are open at once and get their events at the same moment, so each is one small object and makes no promises.
 */
export class EventRelay implements EventStreamBody {
  readonly #source: StreamSource;
  readonly #options: RelayOptions;
  readonly #events: string[] = [];
  #sink!: StreamSink;
  #timer: ReturnType<typeof setInterval> | undefined;
  #remainder: Uint8Array = emptyBuffer;
  #dueHeartbeats = 1;
  #isFull = false;
  /** The API's side is over. */
  #isSourceOver = false;
  /** The client's side is over. */
  #isClosed = false;

  constructor(source: StreamSource, options: RelayOptions) {
    this.#source = source;
    this.#options = options;
  }

  writeTo(sink: StreamSink): void {
    this.#sink = sink;
    this.#isFull = sink.writableNeedDrain ?? false;
    this.#isSourceOver = this.#source.destroyed;
    this.#timer = setInterval(beat, this.#options.heartbeat, this);
    sink.on('drain', () => {
      this.#isFull = false;
      this.#flow();
    });
    sink.on('close', () => this.#close());
    this.#source.on('data', bytes => this.#receive(bytes));
    this.#source.on('close', () => {
      this.#isSourceOver = true;
      this.#flow();
    });
    if (sink.destroyed) this.#close();
    this.#flow();
  }

  beat(): void {
    if (++this.#dueHeartbeats > maxMissedHeartbeats) {
      this.#sink.destroy();
      this.#close();
    }
    this.#flow();
  }

  #receive(bytes: Uint8Array): void {
    const remainder = splitEvents(this.#remainder, bytes, event => this.#events.push(event));
    this.#remainder = remainder ?? emptyBuffer;
    if (!remainder) this.#source.destroy();
    this.#flow();
  }

  #flow(): void {
    while (!this.#isFull && !this.#isClosed) {
      const text = this.#next();
      if (text === undefined) break;
      this.#isFull = !this.#sink.write(text);
    }
    if (this.#isClosed) return;
    if (this.#isFull) this.#source.pause();
    else if (this.#isSourceOver) this.#sink.end();
    else this.#source.resume();
  }

  #next(): string | undefined {
    if (this.#dueHeartbeats > 0 && !this.#isSourceOver) {
      this.#dueHeartbeats = 0;
      return `event: heartbeat\ndata: ${new Date(this.#options.now()).toISOString()}\n\n`;
    }
    while (this.#events.length > 0) {
      const text = this.#options.transform(this.#events.shift()!);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#source.destroy();
    this.#options.onEnd();
  }
}

/** One function for all timers, which saves a closure for each relay. */
function beat(relay: EventRelay): void {
  relay.beat();
}
