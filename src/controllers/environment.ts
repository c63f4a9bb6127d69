import type {EventSourceFactory} from '../api/order-stream.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';
import {sharedEventSources} from './shared-event-source.js';

/** Time, storage and randomness that the controllers depend on; tests provide their own. */
export interface Environment {
  /** Returns the time in milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Returns 128 random bits in hexadecimal digits. */
  randomId(): string;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  /** Opens an event stream; `undefined` if the browser has none: orders are polled then. */
  readonly createEventSource?: EventSourceFactory | undefined;
  /** Opens the channel of a name that elements and tabs of the same origin share; `undefined` if there is none. */
  createChannel?(name: string): Channel | undefined;
  /** Waits up to 5 s for a lock that all tabs of an origin share by name; returns the function that releases it. */
  takeTurn(name: string): Promise<() => void>;
  /** `undefined` if storage is forbidden: orders are not remembered then. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/** The part of a `BroadcastChannel` that is used. */
export type Channel = Pick<BroadcastChannel, 'addEventListener' | 'postMessage' | 'close'>;

/** Returns the environment of the page. */
export function pageEnvironment(): Environment {
  return {
    now: Date.now,
    sleep,
    randomId,
    random: Math.random,
    createEventSource:
      'EventSource' in globalThis ? sharedEventSources(url => new EventSource(url)) : undefined,
    // Throws in Firefox if the page may not store anything.
    createChannel: name => tryOrUndefined(() => new BroadcastChannel(name)),
    takeTurn,
    // The getter itself throws if the page may not store anything.
    storage: tryOrUndefined(() => globalThis.localStorage),
  };
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    signal.addEventListener('abort', wake);
  });
}

/** Avoids `crypto.randomUUID`, which exists only in secure contexts: a shop may be tried over plain http. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Web Locks exist only in secure contexts, and refuse opaque origins: without them there is no waiting. */
function takeTurn(name: string): Promise<() => void> {
  return new Promise(resolve => {
    const take = () => new Promise<void>(end => resolve(end));
    if (!navigator.locks) return void take();
    navigator.locks.request(name, {signal: AbortSignal.timeout(5000)}, take).catch(take);
  });
}
