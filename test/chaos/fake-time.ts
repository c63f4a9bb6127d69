import type {ChaosTime} from './time.js';

/** Creates a time that stands still until it is moved on. */
export function fakeTime(): ChaosTime & {advance(milliseconds: number): void} {
  let now = 0;
  let waiting: {readonly at: number; readonly callback: () => void}[] = [];
  return {
    speed: 1,
    now: () => now,
    real: milliseconds => milliseconds,
    after(milliseconds, callback) {
      const entry = {at: now + milliseconds, callback};
      waiting.push(entry);
      return () => {
        waiting = waiting.filter(other => other !== entry);
      };
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = waiting.filter(({at}) => at <= now);
      waiting = waiting.filter(({at}) => at > now);
      for (const {callback} of due) callback();
    },
  };
}
