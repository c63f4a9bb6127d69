import type {RouteName} from '../../routes.js';
import type {ProxyStore} from '../core/store.js';
import {memoryLeft, noThrottle, type Throttle} from './throttle.js';

/** Keeps how the API throttles each route: in this process, or in a store that instances share. */
export interface Throttles {
  get(route: RouteName): Throttle | Promise<Throttle>;
  set(route: RouteName, throttle: Throttle): void | Promise<void>;
}

/** `read` is how a store is read; its rejection is the caller's. A store that cannot be written to is ignored. */
export function createThrottles(
  store: ProxyStore,
  now: () => number,
  read: (route: RouteName, key: string) => Promise<string | undefined>,
): Throttles {
  if (store.isShared) {
    return {
      get: async route => parse(await read(route, `rest:${route}`)),
      async set(route, throttle) {
        const ttl = memoryLeft(throttle, now());
        const work =
          ttl > 0 ? store.set(`rest:${route}`, JSON.stringify(throttle), ttl) : store.delete(`rest:${route}`);
        await work.catch(() => {});
      },
    };
  }
  const throttles = new Map<RouteName, Throttle>();
  return {
    get: route => throttles.get(route) ?? noThrottle,
    set: (route, throttle) => void throttles.set(route, throttle),
  };
}

function parse(text: string | undefined): Throttle {
  try {
    const {refusals, since, ms, rest} = JSON.parse(text ?? '') as Throttle;
    return {refusals: [...refusals], since: Number(since), ms: Number(ms), rest: Number(rest)};
  } catch {
    return noThrottle;
  }
}
