/** The sandbox's own time: the given clock, and what was put on top of it by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves on by so many milliseconds; time never goes back. */
  pass(milliseconds: number): void;
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
