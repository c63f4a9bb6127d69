/**
 * Signals that the client has disconnected. A part of `AbortSignal`, so that an adapter can implement it without creating a
 * controller for each of thousands of open streams.
 */
export interface ClientSignal {
  /** True once the client has disconnected. */
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Milliseconds. */
const grace = 1000;

/**
 * Returns a signal that ignores an abort within the first second: some platforms abort as soon as a body was read, such as
 * srvx 0.8, and with it Nitro 3.0. `now` returns milliseconds since the epoch.
 */
export function withoutEarlyAbort(signal: ClientSignal, now: () => number): ClientSignal {
  const since = now();
  const wrapped = new Map<() => void, () => void>();
  let hasLeft = false;
  return {
    get aborted() {
      return hasLeft;
    },
    addEventListener(type, listener) {
      const own = () => {
        if (now() - since < grace) return;
        hasLeft = true;
        listener();
      };
      wrapped.set(listener, own);
      signal.addEventListener(type, own);
    },
    removeEventListener(type, listener) {
      const own = wrapped.get(listener);
      if (own) signal.removeEventListener(type, own);
    },
  };
}
