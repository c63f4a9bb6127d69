import type {EventSourceFactory, EventStream} from '../api/order-stream.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';

/**
 * Streams that the tabs of an origin keep open at once, whatever their orders: over HTTP/1.1 a browser has six connections
 * to a host, for pages too. An order without one is polled.
 */
export const MAX_SHARED_STREAMS = 3;

const TYPES = ['message', 'heartbeat', 'stop', 'error'] as const;

/** Event as tabs pass it on. */
interface SharedEvent {
  readonly type?: unknown;
  readonly data?: unknown;
}

/**
 * Makes a factory of event streams that tabs and elements of an origin share by URL: one that is visible opens it, the
 * others receive its events by a channel, and one of them takes over when it is hidden, closed or gone. Without Web Locks
 * (insecure contexts) or `BroadcastChannel` each opens its own.
 */
export function sharedEventSources(open: EventSourceFactory): EventSourceFactory {
  return url => {
    const {locks} = navigator;
    const channel = locks && tryOrUndefined(() => new BroadcastChannel(`cr-checkout:stream:${url}`));
    return channel ? new SharedEventSource(() => open(url), channel, locks) : open(url);
  };
}

class SharedEventSource extends EventTarget implements EventStream {
  #open: () => EventStream;
  #channel: BroadcastChannel;
  #locks: LockManager;
  #life = new AbortController();
  /** Ends the stream of this tab, and its wait for one. */
  #turn: AbortController | undefined;
  #isAlive = false;

  constructor(open: () => EventStream, channel: BroadcastChannel, locks: LockManager) {
    super();
    this.#open = open;
    this.#channel = channel;
    this.#locks = locks;
    channel.addEventListener('message', ({data}: MessageEvent<SharedEvent | undefined>) => {
      if (data?.type !== 'join') this.#emit(data);
      else if (this.#isAlive) channel.postMessage({type: 'heartbeat'});
    });
    channel.postMessage({type: 'join'});
    const {signal} = this.#life;
    document.addEventListener('visibilitychange', () => this.#takeTurn(), {signal});
    this.#takeTurn();
  }

  close() {
    this.#life.abort();
    this.#endTurn();
    this.#channel.close();
  }

  /** Waits for the lock of the stream, and for one of those that limit streams, while the page is visible. */
  #takeTurn() {
    if (document.hidden) return this.#endTurn();
    if (this.#turn) return;
    this.#turn = new AbortController();
    const {signal} = this.#turn;
    const found = new AbortController();
    const lead = () => {
      for (let place = 0; place < MAX_SHARED_STREAMS; place += 1) {
        const waiting = AbortSignal.any([signal, found.signal]);
        const stream = () => {
          if (waiting.aborted) return;
          found.abort();
          this.#stream(signal);
          return aborted(signal);
        };
        // Rejects when another place was found.
        this.#locks.request(`cr-checkout:stream ${place}`, {signal: waiting}, stream).catch(() => undefined);
      }
      return aborted(signal);
    };
    this.#locks.request(this.#channel.name, {signal}, lead).catch(() => {
      // Opaque origins and blocked storage refuse locks.
      if (!signal.aborted) this.#stream(signal);
    });
  }

  #endTurn() {
    this.#turn?.abort();
    this.#turn = undefined;
    this.#isAlive = false;
  }

  /** Opens the stream and passes its events on: of a message no content, which may hold codes, so that others read the order. */
  #stream(signal: AbortSignal) {
    const source = tryOrUndefined(this.#open);
    // `EventSource` throws if the URL is none.
    if (!source) return this.#emit({type: 'stop', data: ''});
    signal.addEventListener('abort', () => source.close());
    for (const type of TYPES) {
      source.addEventListener(type, ({data}) => {
        if (signal.aborted) return;
        this.#isAlive = true;
        this.#channel.postMessage(type === 'heartbeat' ? {type, data} : {type});
        this.#emit({type, data});
      });
    }
  }

  #emit(event: SharedEvent | undefined) {
    const type = TYPES.find(known => known === event?.type);
    if (type) this.dispatchEvent(new MessageEvent(type, {data: event?.data}));
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
