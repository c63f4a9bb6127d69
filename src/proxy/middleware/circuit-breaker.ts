import {timeLeft} from '../core/timeouts.js';

/** Outcome of a request: `response`, whatever it says; `failure`, no response until it was given up; or `unknown`. */
export type Outcome = 'response' | 'failure' | 'unknown';

export interface CircuitBreaker {
  /** Returns the milliseconds until a request may be sent; 0 when it may. */
  wait(): number;
  /** Registers a request, which may be sent whatever `wait` returns. The returned function takes its outcome. */
  enter(): (outcome: Outcome) => void;
  readonly isOpen: boolean;
}

export interface CircuitBreakerOptions {
  /** How long no request is sent after the circuit has opened, in milliseconds. */
  readonly cooldown: number;
  /** Returns milliseconds since the epoch. */
  readonly now: () => number;
  /** Called when the circuit has opened or closed. */
  readonly onChange: (isOpen: boolean) => void;
}

/** Failures in a row that open the circuit. */
const maxFailures = 3;

/**
 * Creates a circuit breaker. Three failures in a row open it, and requests are refused without a wait. After a cooldown it
 * lets one request through as a probe, whose outcome closes it or starts another cooldown.
 */
export function createCircuitBreaker({cooldown, now, onChange}: CircuitBreakerOptions): CircuitBreaker {
  let failures = 0;
  let openedAt: number | undefined;

  function close() {
    failures = 0;
    if (openedAt === undefined) return;
    openedAt = undefined;
    onChange(false);
  }

  function open() {
    const wasOpen = openedAt !== undefined;
    openedAt = now();
    if (!wasOpen) onChange(true);
  }

  return {
    wait() {
      return openedAt === undefined ? 0 : timeLeft(now(), openedAt, cooldown);
    },
    enter() {
      const isProbe = openedAt !== undefined;
      // Others wait for one more cooldown and no longer, because a probe may never end: some platforms stop it with its
      // client.
      if (isProbe) openedAt = now();
      return outcome => {
        if (outcome === 'response') close();
        // A failure of a request that was sent before the circuit opened does not count again.
        else if (outcome === 'failure' && (isProbe || openedAt === undefined)) {
          if (isProbe || ++failures >= maxFailures) open();
        } else if (isProbe && openedAt !== undefined) openedAt = now() - cooldown;
      };
    },
    get isOpen() {
      return openedAt !== undefined;
    },
  };
}
