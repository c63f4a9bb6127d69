import type {ProxyLogEntry, Settings} from './options.js';

/** Tells the partner's log. One that throws, now or later, must cost no buyer the answer to an order, and no server its life. */
export async function tell({log}: Pick<Settings, 'log'>, entry: ProxyLogEntry): Promise<void> {
  try {
    await log(entry);
  } catch {}
}
