import type {ProxyLogEntry, Settings} from './options.js';

/** Tells the partner's log. One that throws, now or later, must cost no buyer the answer to an order, and no server its life. */
export function tell({log}: Pick<Settings, 'log'>, entry: ProxyLogEntry): void {
  try {
    // Nothing waits for it, and for most logs no promise is made.
    const writing: unknown = log(entry);
    if (writing instanceof Promise) writing.catch(() => {});
  } catch {}
}
