/** Packs the built package and has it read as a bundler, as Node and as TypeScript would: publint, then attw. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = mkdtempSync(join(tmpdir(), 'cr-checkout-package-'));
try {
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed = spawnSync('npm', words, {encoding: 'utf8'});
  if (packed.status !== 0) throw new Error(packed.stderr);
  const [{filename, size, entryCount}] = JSON.parse(packed.stdout);
  console.log(`${filename}: ${entryCount} files, ${Math.round(size / 1024)} KiB`);
  // Scripts are left out above and below: the build they would start again is what is being looked at.
  check('publint', ['run', '--strict', '--pack', 'false']);
  check('attw', [join(folder, filename), '--profile', 'esm-only', '--format', 'ascii']);
} finally {
  rmSync(folder, {recursive: true});
}

function check(program, words) {
  const {status, stdout, stderr} = spawnSync(join('node_modules', '.bin', program), words, {
    encoding: 'utf8',
  });
  if (status === 0) return console.log(`${program}: nothing to complain about`);
  console.error(stdout + stderr);
  process.exitCode = 1;
}
