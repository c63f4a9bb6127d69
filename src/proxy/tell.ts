import type {ProxyLogEntry, Settings} from './options.js';

/** Tells the partner's log. One that throws must not cost a buyer the answer to an order. */
export function tell({log}: Pick<Settings, 'log'>, entry: ProxyLogEntry): void {
  try {
    log(entry);
  } catch {}
}
