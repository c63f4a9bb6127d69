/** The sandbox's own time: the given clock plus the time that tests let pass. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves forward by so many milliseconds. Throws a `RangeError` unless it is a whole number of 0 or more. */
  pass(milliseconds: number): void;
  /** Returns to the given clock. */
  reset(): void;
}

export function createClock(now: () => number): Clock {
  let ahead = 0;
  return {
    now: () => now() + ahead,
    pass(milliseconds) {
      if (!Number.isInteger(milliseconds) || milliseconds < 0)
        throw new RangeError('milliseconds must be a whole number, 0 or more.');
      ahead += milliseconds;
    },
    reset: () => {
      ahead = 0;
    },
  };
}
