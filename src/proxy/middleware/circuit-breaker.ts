import {timeLeft} from '../core/time-left.js';

/** What came of a request: an answer, whatever it says; silence, until it was given up; or neither, and nothing is known. */
export type End = 'answer' | 'silence' | 'neither';

export interface Circuit {
  /** Milliseconds until a request may go; 0 when it may. */
  wait(): number;
  /** Lets a request go, though `wait` may say otherwise; to be called with its end. */
  enter(): (end: End) => void;
  readonly isOpen: boolean;
}

export interface CircuitOptions {
  /** How long nobody asks, in milliseconds. */
  readonly rest: number;
  readonly now: () => number;
  /** Hears that it has opened or closed. */
  readonly onChange: (isOpen: boolean) => void;
}

/** So many in a row are more than bad luck. */
const enough = 3;

/**
 * A circuit breaker: after three requests in a row that were met with silence it is open and nobody has to wait for that
 * again. After a rest it lets one request through, whose end closes it or begins another rest.
 */
export function createCircuit({rest, now, onChange}: CircuitOptions): Circuit {
  let silences = 0;
  let openedAt: number | undefined;

  function close() {
    silences = 0;
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
      if (openedAt === undefined) return 0;
      return timeLeft(now(), openedAt, rest);
    },
    enter() {
      const isTry = openedAt !== undefined;
      // The others rest once more meanwhile, and no longer: its end may never come where a platform stops with its buyer.
      if (isTry) openedAt = now();
      return end => {
        if (end === 'answer') close();
        // Requests that were under way when it opened say nothing new.
        else if (end === 'silence' && (isTry || openedAt === undefined)) {
          if (isTry || ++silences >= enough) open();
        } else if (isTry && openedAt !== undefined) openedAt = now() - rest;
      };
    },
    get isOpen() {
      return openedAt !== undefined;
    },
  };
}
