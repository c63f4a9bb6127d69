/**
 * Builds `dist`: modules and types for bundlers by the TypeScript compiler, the one file for a script tag by Vite,
 * what editors read, and the checksums of it all.
 * Files of earlier builds go last, so that a page which is being served meanwhile never finds the folder empty.
 */
import {execFile} from 'node:child_process';
import {readdir, readFile, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'vite';
import {writeEditorData} from './editor-data.mjs';
import {writeIntegrity} from './integrity.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const startedAt = Date.now();
try {
  await checkVersion();
  await Promise.all([compile(), build({configFile: 'vite.config.ts'})]);
  await writeEditorData('dist');
  await removeOlder('dist', startedAt);
  await writeIntegrity('dist');
  console.log(`built dist in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`build failed: ${error.stdout || error.message || error}`);
  process.exitCode = 1;
}

/** The version that the element reports is a constant, so that no entry has to read package.json. */
async function checkVersion() {
  const {version} = JSON.parse(await readFile('package.json', 'utf8'));
  const source = await readFile('src/version.ts', 'utf8');
  const found = /export const version(?:: string)? = '([^']*)'/.exec(source)?.[1];
  if (found !== version) {
    throw new Error(
      `src/version.ts says ${found ?? 'nothing'}, package.json says ${version}: make them equal`,
    );
  }
}

/** Runs tsc in a process of its own, beside Vite. */
async function compile() {
  const tsc = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
  await promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {maxBuffer: 1e8});
}

async function removeOlder(folder, time) {
  for (const entry of await readdir(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      await removeOlder(path, time);
      if ((await readdir(path)).length === 0) await rm(path, {recursive: true});
    } else if ((await stat(path)).mtimeMs < time - 1000) {
      await rm(path);
    }
  }
}
