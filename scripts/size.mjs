/** Prints how big each entry of `dist` is, minified and then compressed by brotli at its best, against its budget. */
import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import {build} from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** The most that each entry may weigh, in KiB after brotli. They only ever go down. */
const budgets = {
  'dist/cr-checkout.js': 45,
  'dist/index.js': 24,
  'dist/elements/later-steps.js': 22,
  'dist/locales/*.js': 5,
  'dist/proxy/index.js': 14,
  'dist/sandbox/index.js': 28,
};

/** Packages that an npm entry shares with the rest of a page or server, and so does not count as its own. */
const packages = Object.keys(JSON.parse(await readFile('package.json', 'utf8')).dependencies);
const isPackage = id =>
  id.startsWith('node:') || packages.some(name => id === name || id.startsWith(`${name}/`));

if (!existsSync('dist/cr-checkout.js')) {
  console.error('there is no dist: run npm run build first');
  process.exit(1);
}

const rows = [
  row('one file, all inside', 'dist/cr-checkout.js', await readFile('dist/cr-checkout.js', 'utf8')),
  row('npm entry, own code', 'dist/index.js', await bundle('dist/index.js')),
  row('its later steps', 'dist/elements/later-steps.js', await bundle('dist/index.js', /later-steps/)),
  ...(await Promise.all((await languages()).map(languageRow))),
  row('proxy, own code', 'dist/proxy/index.js', await bundle('dist/proxy/index.js')),
  row('sandbox, own code', 'dist/sandbox/index.js', await bundle('dist/sandbox/index.js')),
];

console.log(`${'entry'.padEnd(24)} ${'file'.padEnd(24)}      min   brotli   budget`);
for (const {name, file, min, brotli, budget} of rows) {
  const sizes = [min, brotli, budget].map(bytes => `${(bytes / 1024).toFixed(1)} K`.padStart(8)).join(' ');
  console.log(`${name.padEnd(24)} ${file.padEnd(24)} ${sizes}${brotli > budget ? '  over budget' : ''}`);
}
const over = rows.filter(({brotli, budget}) => brotli > budget);
for (const {file, brotli, budget} of over)
  console.error(`${file} is ${brotli - budget} bytes over its budget`);
process.exitCode = over.length > 0 ? 1 : 0;

function row(name, file, code, key = file) {
  const params = {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length};
  const brotli = brotliCompressSync(code, {params}).length;
  return {name, file, min: Buffer.byteLength(code), brotli, budget: budgets[key] * 1024};
}

/** The language files that are fetched when they are needed: all but English, which is inside. */
async function languages() {
  const names = await readdir('dist/locales').catch(() => []);
  return names
    .filter(name => /^[a-z]{2,3}(-\w+)?\.js$/.test(name) && name !== 'en.js')
    .map(name => join('dist/locales', name));
}

async function languageRow(file) {
  return row(`language ${basename(file, '.js')}`, file, await bundle(file), 'dist/locales/*.js');
}

/**
 * An entry with the modules it always loads, minified; what it imports when needed is not its own weight. With `later`,
 * such an import by its name, less what the entry has loaded by then.
 */
async function bundle(entry, later) {
  const {output} = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(root, entry),
        external: isPackage,
        preserveEntrySignatures: 'strict',
        output: {minify: true, comments: false},
      },
    },
  });
  const chunks = new Map(output.map(chunk => [chunk.fileName, chunk]));
  const loaded = new Set();
  const load = name => {
    const chunk = chunks.get(name);
    if (!chunk || loaded.has(chunk)) return;
    loaded.add(chunk);
    chunk.imports.forEach(load);
  };
  load(output.find(chunk => chunk.isEntry).fileName);
  if (later) {
    const before = new Set(loaded);
    load(output.find(chunk => later.test(chunk.name)).fileName);
    for (const chunk of before) loaded.delete(chunk);
  }
  return [...loaded].map(chunk => chunk.code).join('');
}
