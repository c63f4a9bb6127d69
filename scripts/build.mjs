/**
 * Builds `dist`: modules with esbuild, types with tsc, the one file for a script tag with Vite, what editors read with the
 * manifest analyzer. A script instead of a line in package.json for three things that no tool does: files of earlier builds
 * go last, so that a page served meanwhile never finds the folder empty; internal type declarations, half of all, are not
 * shipped; and every file that a page loads gets a checksum.
 */
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {declarationsOf, writeCommonJs} from './common-js.mjs';
import {esbuildTemplates} from './minify-templates.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Folders whose modules run on servers only. */
const SERVERS = /^src.(proxy|sandbox)\b/;

const startedAt = Date.now();
try {
  await Promise.all([buildModules(), buildOneFile(), tsc('--emitDeclarationOnly'), run('cem', 'analyze')]);
  cpSync('scripts/commonjs', 'dist', {recursive: true});
  const {exports} = readPackage();
  writeCommonJs(exports);
  const shipped = new Set(declarationsOf(Object.values(exports)));
  for (const file of filesOf('dist')) {
    const isOld = statSync(file).mtimeMs < startedAt - 1000;
    if (isOld || (file.endsWith('.d.ts') && !shipped.has(resolve(file)))) rmSync(file);
  }
  writeChecksums();
  console.log(`built dist in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`build failed: ${error.stdout || ''}${error.stderr || error.message}`);
  process.exitCode = 1;
}

/**
 * Compiles each source that an entry reaches to a module. Those of browsers are minified, as the package would be a fifth
 * larger; those of servers keep their names and get short lines, for the sake of stack traces.
 */
async function buildModules() {
  const sources = await reachableSources();
  const compile = (entryPoints, options) =>
    build({
      entryPoints,
      outbase: 'src',
      outdir: 'dist',
      format: 'esm',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      minifyWhitespace: true,
      ...options,
    });
  await compile(
    sources.filter(file => !SERVERS.test(file)),
    {minify: true, plugins: [esbuildTemplates]},
  );
  await compile(
    sources.filter(file => SERVERS.test(file)),
    {lineLimit: 120},
  );
}

/** Lists the sources that the entries and commands of package.json reach by imports. */
async function reachableSources() {
  const {exports, bin} = readPackage();
  const entries = [...Object.values(exports), ...Object.values(bin)].map(entry => entry.default ?? entry);
  const entryPoints = entries
    .filter(file => typeof file === 'string' && file.endsWith('.js'))
    .map(file => file.replace(/^(?:\.\/)?dist\/(.*)\.js$/, 'src/$1.ts'))
    .filter(file => existsSync(file));
  const options = {bundle: true, write: false, metafile: true, packages: 'external', format: 'esm'};
  const {metafile} = await build({entryPoints, outdir: 'dist', ...options});
  return Object.keys(metafile.inputs);
}

async function buildOneFile() {
  await run('vite', 'build');
  await run('vite', 'build', '--config', 'vite.classic.config.ts');
}

function tsc(...words) {
  return run('tsc', '-p', 'tsconfig.build.json', ...words);
}

async function run(program, ...words) {
  await promisify(execFile)(join('node_modules', '.bin', program), words, {maxBuffer: 1e8});
}

function filesOf(folder) {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true});
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

function readPackage() {
  return JSON.parse(readFileSync('package.json', 'utf8'));
}

/**
 * Writes `dist/integrity.json` for `integrity` attributes and import maps (W3C Subresource Integrity): the path of each
 * script that a page can load to `sha384-...`.
 */
function writeChecksums() {
  const checksums = {};
  for (const file of filesOf('dist').sort()) {
    const name = file.slice('dist/'.length).replaceAll(sep, '/');
    if (!name.endsWith('.js') || SERVERS.test(`src/${name}`)) continue;
    checksums[name] = `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
  }
  writeFileSync('dist/integrity.json', `${JSON.stringify(checksums, null, 2)}\n`);
}
