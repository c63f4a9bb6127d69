import type {EventSourceFactory} from '../api/order-stream.js';

/** Time, storage and randomness as the controllers need them. Tests hand in their own. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `milliseconds`, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** 128 random bits in hexadecimal digits. */
  randomId(): string;
  /** Absent where the device has none: orders are polled then. */
  readonly createEventSource?: EventSourceFactory | undefined;
  /** Absent where storage is forbidden: an order is not remembered then. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/** The page's own. */
export function pageEnvironment(): Environment {
  return {
    now: Date.now,
    sleep,
    randomId,
    createEventSource: 'EventSource' in globalThis ? url => new EventSource(url) : undefined,
    storage: pageStorage(),
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

/** Reading the property itself throws where a page may not store anything. */
function pageStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
