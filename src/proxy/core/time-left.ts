/**
 * What is left, in milliseconds, of a time of `ms` that began at `since`. A clock that is set back (and the clocks of two
 * instances) may put its beginning into the future: then it is as far from its end as it is from its beginning, so that
 * nothing is believed, refused or awaited for hours because a clock was wrong.
 */
export function timeLeft(now: number, since: number, ms: number): number {
  return Math.max(0, ms - Math.abs(now - since));
}
