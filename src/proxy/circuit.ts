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
  let openUntil: number | undefined;
  let isTrying = false;

  function close() {
    silences = 0;
    if (openUntil === undefined) return;
    openUntil = undefined;
    onChange(false);
  }

  function open() {
    const wasOpen = openUntil !== undefined;
    openUntil = now() + rest;
    if (!wasOpen) onChange(true);
  }

  return {
    wait() {
      if (openUntil === undefined) return 0;
      if (now() < openUntil) return openUntil - now();
      return isTrying ? rest : 0;
    },
    enter() {
      const isTry = openUntil !== undefined;
      if (isTry) isTrying = true;
      return end => {
        if (isTry) isTrying = false;
        if (end === 'answer') close();
        // Requests that were under way when it opened say nothing new.
        else if (end === 'silence' && (isTry || openUntil === undefined)) {
          if (isTry || ++silences >= enough) open();
        }
      };
    },
    get isOpen() {
      return openUntil !== undefined;
    },
  };
}
