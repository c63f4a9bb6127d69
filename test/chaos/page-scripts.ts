/** Stands in for the helper that the test runner's compiler wraps functions in, and that a page does not have. */
export const compilerHelper = 'globalThis.__name ??= value => value';

/**
 * Functions that run in the page before its own scripts. Each is sent as text, without access to anything outside of
 * it.
 */

/** Describes an event of the element; `drawnAt` is two frames later. Both times are the wall's, in milliseconds. */
export interface PageEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly firedAt: number;
  readonly drawnAt: number;
  /** Texts of the order state, the heading and the progress by then. */
  readonly shown: string;
}

/** Runs the page's clock and timers `speed` times as fast as the wall's, from `origin` on. */
export function hurryTime({speed, origin}: {speed: number; origin: number}) {
  const RealDate = Date;
  const now = () => origin + (RealDate.now() - origin) * speed;
  const {setTimeout: later, setInterval: again} = window;
  class HurriedDate extends RealDate {
    constructor(...given: readonly unknown[]) {
      super(...((given.length > 0 ? given : [now()]) as [number]));
    }
    static override now() {
      return Math.floor(now());
    }
  }
  Object.assign(window, {
    Date: HurriedDate,
    realNow: () => RealDate.now(),
    setTimeout: (callback: () => void, ms = 0, ...rest: unknown[]) => later(callback, ms / speed, ...rest),
    setInterval: (callback: () => void, ms = 0, ...rest: unknown[]) => again(callback, ms / speed, ...rest),
  });
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = ms => timeout(ms / speed);
}

/** Reports every event of the element to `recordChaosEvent`, once its changes have been drawn. */
export function recordEvents(names: readonly string[]) {
  const {recordChaosEvent, realNow} = window as unknown as {
    recordChaosEvent(event: PageEvent): Promise<void>;
    realNow(): number;
  };
  const shown = (root: ParentNode): string =>
    [...root.querySelectorAll('*')]
      .map(element => {
        const part = element.getAttribute('part') ?? '';
        const own = /\b(order-state|heading|progress)\b/.test(part) ? (element.textContent ?? '').trim() : '';
        return own + (element.shadowRoot ? shown(element.shadowRoot) : '');
      })
      .join(' ');
  for (const type of names) {
    window.addEventListener(type, event => {
      const {detail} = event as CustomEvent<Record<string, unknown>>;
      const firedAt = realNow();
      const tell = () =>
        void recordChaosEvent({
          type,
          detail,
          firedAt,
          drawnAt: realNow(),
          shown: shown(document).replace(/\s+/g, ' '),
        });
      requestAnimationFrame(() => requestAnimationFrame(tell));
    });
  }
}

/** Pretends that the page is visible or hidden. */
export function setVisibility(state: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
  Object.defineProperty(document, 'hidden', {value: state === 'hidden', configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Resources that scripts of a page hold. */
export interface Live {
  readonly timers: number;
  readonly streams: number;
  readonly channels: number;
}

/** Counts pending timers, open event streams and open channels: `countLive()` returns a `Live`. */
export function watchLife() {
  const timers = new Set<number>();
  for (const [set, clear] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ] as const) {
    const start = window[set] as (callback: () => void, ms?: number) => number;
    const stop = window[clear];
    Object.assign(window, {
      [set]: (callback: () => void, ms?: number) => {
        const id = start(() => {
          if (set === 'setTimeout') timers.delete(id);
          callback();
        }, ms);
        timers.add(id);
        return id;
      },
      [clear]: (id: number) => {
        timers.delete(id);
        stop(id);
      },
    });
  }
  const open = {streams: new Set<object>(), channels: new Set<object>()};
  const counted = <Made extends {close(): void}>(Original: new (name: string) => Made, among: Set<object>) =>
    new Proxy(Original, {
      construct(Target, [name]: [string]) {
        const made = new Target(name);
        const close = made.close.bind(made);
        among.add(made);
        made.close = () => {
          among.delete(made);
          close();
        };
        return made;
      },
    });
  Object.assign(window, {
    EventSource: counted(EventSource, open.streams),
    BroadcastChannel: counted(BroadcastChannel, open.channels),
    countLive: (): Live => ({timers: timers.size, streams: open.streams.size, channels: open.channels.size}),
  });
}
