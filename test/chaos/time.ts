/** Time of the bench, in milliseconds of the story, which may run faster than the wall's. */
export interface ChaosTime {
  readonly speed: number;
  /** Returns milliseconds since 1970, in the story. */
  now(): number;
  /** Calls back after milliseconds of the story; the returned function cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Converts milliseconds of the story into milliseconds on the wall's clock. */
  real(milliseconds: number): number;
}

/** Creates a time that runs `speed` times as fast as the wall's, from `origin` on (milliseconds since 1970). */
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
