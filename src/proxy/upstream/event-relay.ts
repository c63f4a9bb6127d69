import type {EventFlow, EventSink, EventTap} from '../core/event-stream.js';
import {type Rewrite, rewriteEvent} from './rewrite-event.js';
import {nothingLeft, splitEvents} from './split-events.js';

export interface RelayOptions {
  readonly rewrite: Rewrite;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  readonly now: () => number;
  /** Called once when the relay is over. */
  readonly leave: () => void;
}

/** After so many heartbeats that nobody took, nobody is there. */
const patience = 8;

/**
 * Passes an event stream on, event by event as each is complete (a browser acts on no event before), with an event named
 * `heartbeat` whose data is the server's time (ISO 8601) at once and then at intervals, between other events only.
 *
 * The API is read only as fast as the buyer reads, and a buyer who does not read has at most one heartbeat waiting. When
 * the API's stream ends or dies, this one ends, so that the browser connects again.
 *
 * Thousands are open at once and get their events in the same moment: each is one small object, and no promise is made
 * for an event.
 */
export class EventRelay implements EventFlow {
  readonly #tap: EventTap;
  readonly #options: RelayOptions;
  readonly #events: string[] = [];
  #sink!: EventSink;
  #timer: ReturnType<typeof setInterval> | undefined;
  #rest: Uint8Array = nothingLeft;
  #dueHeartbeats = 1;
  #isFull = false;
  #isSigning = false;
  /** The API says no more. */
  #isOver = false;
  /** The buyer hears no more. */
  #isClosed = false;

  constructor(tap: EventTap, options: RelayOptions) {
    this.#tap = tap;
    this.#options = options;
  }

  flowTo(sink: EventSink): void {
    this.#sink = sink;
    this.#isFull = sink.writableNeedDrain ?? false;
    this.#isOver = this.#tap.destroyed;
    this.#timer = setInterval(beat, this.#options.heartbeat, this);
    sink.on('drain', () => {
      this.#isFull = false;
      this.#flow();
    });
    sink.on('close', () => this.#close());
    this.#tap.on('data', bytes => this.#take(bytes));
    this.#tap.on('close', () => {
      this.#isOver = true;
      this.#flow();
    });
    if (sink.destroyed) this.#close();
    this.#flow();
  }

  beat(): void {
    if (++this.#dueHeartbeats > patience) {
      this.#sink.destroy();
      this.#close();
    }
    this.#flow();
  }

  #take(bytes: Uint8Array): void {
    const rest = splitEvents(this.#rest, bytes, event => this.#events.push(event));
    this.#rest = rest ?? nothingLeft;
    if (!rest) this.#tap.destroy();
    this.#flow();
  }

  #flow(): void {
    while (!this.#isFull && !this.#isSigning && !this.#isClosed) {
      const text = this.#next();
      if (text === undefined) break;
      if (typeof text === 'string') this.#write(text);
      else void this.#writeLater(text);
    }
    if (this.#isClosed) return;
    if (this.#isFull || this.#isSigning) this.#tap.pause();
    else if (this.#isOver) this.#sink.end();
    else this.#tap.resume();
  }

  #next(): string | Promise<string> | undefined {
    if (this.#dueHeartbeats > 0 && !this.#isOver) {
      this.#dueHeartbeats = 0;
      return `event: heartbeat\ndata: ${new Date(this.#options.now()).toISOString()}\n\n`;
    }
    const event = this.#events.shift();
    return event === undefined ? undefined : rewriteEvent(event, this.#options.rewrite);
  }

  #write(text: string): void {
    this.#isFull = !this.#sink.write(text);
  }

  async #writeLater(text: Promise<string>): Promise<void> {
    this.#isSigning = true;
    const signed = await text;
    this.#isSigning = false;
    if (!this.#isClosed) this.#write(signed);
    this.#flow();
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#tap.destroy();
    this.#options.leave();
  }
}

/** One function for all, as timers take it. */
function beat(relay: EventRelay): void {
  relay.beat();
}
