import {spawnSync} from 'node:child_process';
import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {install} from './install.mjs';

/** Installs and builds the example, and answers what starts it: Next itself, so that ending the process ends it. */
export function nextCommand(folder) {
  install(folder);
  const link = join(folder, 'node_modules/cr-checkout');
  // In place of `npm install cr-checkout`.
  try {
    symlinkSync('../../../..', link, 'dir');
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const next = [join(folder, 'node_modules/next/dist/bin/next')];
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const {status} = spawnSync(process.execPath, [...next, 'build', folder], {stdio: ['ignore', 2, 2]});
  if (status !== 0) throw new Error('next build failed');
  return [process.execPath, ...next, 'start', folder];
}
