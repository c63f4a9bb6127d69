import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';

/** Installs what a folder's lockfile says, once. */
export function install(folder) {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const {status} = spawnSync('npm', words, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}`);
}
