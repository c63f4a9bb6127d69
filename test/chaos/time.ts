/** Time as the bench knows it: milliseconds of the story, which may run faster than the wall's. */
export interface ChaosTime {
  readonly speed: number;
  /** Milliseconds since 1970, in the story. */
  now(): number;
  /** Calls back after milliseconds of the story; the answer calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Milliseconds on the wall's clock for so many in the story. */
  real(milliseconds: number): number;
}

/** Time that runs `speed` times as fast as the wall's, from `origin` on (milliseconds since 1970). */
export function scaledTime(speed = 1, origin = Date.now()): ChaosTime & {readonly origin: number} {
  const real = (milliseconds: number) => milliseconds / speed;
  return {
    speed,
    origin,
    real,
    now: () => origin + (Date.now() - origin) * speed,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, real(milliseconds));
      return () => clearTimeout(timer);
    },
  };
}
