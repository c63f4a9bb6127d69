import type {ClientSignal} from './client-signal.js';
import {ProxyError} from './errors.js';

/**
 * Returns the milliseconds left of a period of `ms` that began at `since`; 0 if none. Counts the distance from `since` in
 * both directions, so that a clock that was set back, or another instance's clock, delays nothing for longer than `ms`.
 */
export function timeLeft(now: number, since: number, ms: number): number {
  return Math.max(0, ms - Math.abs(now - since));
}

/**
 * Waits for `work` for at most `ms`. After that it returns what `onTimeout` returns, or throws what it throws; a later
 * rejection of `work` is ignored.
 */
export async function withTimeout<Result, Late>(
  work: Promise<Result>,
  ms: number,
  onTimeout: () => Late,
): Promise<Result | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Late>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(onTimeout());
      } catch (error) {
        reject(error);
      }
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export interface Deadline {
  /** Aborts when time is up or the client has disconnected. */
  readonly signal: ClientSignal;
  /** Sets a deadline in `ms` for the next step of the work; replaces the one of the step before. */
  step(ms: number): void;
}

/** A signal of the proxy's own. An `AbortController` for each request was a tenth of what the proxy adds to it. */
class Signal implements ClientSignal {
  aborted = false;
  readonly #listeners = new Set<() => void>();

  addEventListener(_: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Runs work that must end within `ms` and whose steps have deadlines of their own. At a deadline, or when the client
 * disconnects, its signal aborts and the wait ends, even if the work ignores the signal. Leaves no timer or listener.
 *
 * @throws {ProxyError} 504 `api_timeout` after a deadline, 499 `buyer_left` after a disconnect; both `mayHaveActed`.
 */
export function withDeadline<Result>(
  ms: number,
  client: ClientSignal | undefined,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const signal = new Signal();
    const options = {mayHaveActed: true};
    const expire = () => abort(new ProxyError(504, 'api_timeout', 'The API did not answer in time', options));
    const leave = () => abort(new ProxyError(499, 'buyer_left', 'The buyer has left', options));
    const whole = setTimeout(expire, ms);
    let current: ReturnType<typeof setTimeout> | undefined;
    const step = (next: number) => {
      clearTimeout(current);
      current = setTimeout(expire, next);
    };

    function end() {
      clearTimeout(whole);
      clearTimeout(current);
      client?.removeEventListener('abort', leave);
    }

    function abort(error: ProxyError) {
      end();
      // First, as the work rejects with an error of its own when its signal aborts.
      reject(error);
      signal.abort();
    }

    client?.addEventListener('abort', leave);
    if (client?.aborted) leave();
    work({signal, step}).then(
      result => {
        end();
        resolve(result);
      },
      error => {
        end();
        reject(error);
      },
    );
  });
}
