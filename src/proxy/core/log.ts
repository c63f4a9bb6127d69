import type {ProxyLogEntry, Settings} from './options.js';

/** Passes an entry to the partner's log. Ignores its errors, which must neither fail a request nor end the process. */
export function writeLog({log}: Pick<Settings, 'log'>, entry: ProxyLogEntry): void {
  try {
    const writing: unknown = log(entry);
    if (writing instanceof Promise) writing.catch(() => {});
  } catch {}
}
