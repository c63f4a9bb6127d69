import type {RouteName} from '../../routes.js';
import {appliesTo, type Fault} from './fault.js';

/** The faults that wait for requests, in the order in which they were added. */
export interface FaultQueue {
  add(fault: Fault): void;
  /** Counts a request and returns its fault; `undefined` when it goes well. */
  take(route: RouteName): Fault | undefined;
  list(): readonly Fault[];
  clear(): void;
}

interface Entry {
  readonly fault: Fault;
  /** Milliseconds since the epoch. */
  readonly until: number;
  left: number;
  skip: number;
}

export function createFaultQueue(now: () => number): FaultQueue {
  let queue: Entry[] = [];
  const removeEnded = () => {
    queue = queue.filter(({left, until}) => left > 0 && now() < until);
  };
  return {
    add(fault) {
      const {times = fault.lasts === undefined ? 1 : 0, lasts = Number.POSITIVE_INFINITY, skip = 0} = fault;
      queue.push({fault, skip, until: now() + lasts, left: times || Number.POSITIVE_INFINITY});
    },
    take(route) {
      removeEnded();
      for (const entry of queue.filter(({fault}) => appliesTo(fault, route))) {
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        removeEnded();
        return entry.fault;
      }
      return undefined;
    },
    list() {
      removeEnded();
      return queue.map(({fault}) => fault);
    },
    clear: () => {
      queue = [];
    },
  };
}
