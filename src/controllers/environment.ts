import type {EventSourceFactory} from '../api/order-stream.js';
import {tryOrUndefined} from '../domain/try-or-undefined.js';

/** Time, storage and randomness as the controllers need them. Tests hand in their own. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** 128 random bits in hexadecimal digits. */
  randomId(): string;
  /** A number from 0 up to 1. */
  random(): number;
  /** Absent where the device has none: orders are polled then. */
  readonly createEventSource?: EventSourceFactory | undefined;
  /** Joins what elements and tabs of the same origin say to each other under a name; nothing where they cannot. */
  createChannel?(name: string): Channel | undefined;
  /** Waits for a turn that all tabs of an origin take one after the other, 5 s at most, and answers what ends it. */
  takeTurn(name: string): Promise<() => void>;
  /** Absent where storage is forbidden: an order is not remembered then. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/** The part of the page's `BroadcastChannel` that is needed. */
export type Channel = Pick<BroadcastChannel, 'addEventListener' | 'postMessage' | 'close'>;

/** The page's own. */
export function pageEnvironment(): Environment {
  return {
    now: Date.now,
    sleep,
    randomId,
    random: Math.random,
    createEventSource: 'EventSource' in globalThis ? url => new EventSource(url) : undefined,
    // Firefox has it and throws, where a page may not store anything.
    createChannel: name => tryOrUndefined(() => new BroadcastChannel(name)),
    takeTurn,
    // Reading the property itself throws where a page may not store anything.
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

/** Not `crypto.randomUUID`: that exists only in secure contexts, and a shop may be tried over plain http. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Web locks exist only in secure contexts, and not without an origin: nobody waits there. */
function takeTurn(name: string): Promise<() => void> {
  return new Promise(resolve => {
    const take = () => new Promise<void>(end => resolve(end));
    if (!navigator.locks) return void take();
    navigator.locks.request(name, {signal: AbortSignal.timeout(5000)}, take).catch(take);
  });
}
