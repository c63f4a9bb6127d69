/**
 * Writes `dist/cjs`, for servers in CommonJS. `require` loads ES modules in every Node that the package supports, so each
 * entry there is one line. TypeScript needs more: to it, declarations beside ES modules are such modules, which a file in
 * CommonJS may not import. So the declarations of servers are moved to a folder of format CommonJS, which both may import.
 */
import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import ts from 'typescript';

const folder = './dist/cjs';

/** Writes the files of the entries of `exports` that `require` finds in the folder. */
export function writeCommonJs(exports) {
  const entries = Object.values(exports).filter(entry => entry.require?.default.startsWith(folder));
  for (const {require: entry, default: module} of entries) {
    write(entry.default, `module.exports = require('${pathTo(module, entry.default)}');\n`);
  }
  write(join(folder, 'package.json'), '{"type": "commonjs"}\n');
  for (const file of declarationsOf(entries)) {
    const copy = join(folder, relative('dist', file));
    mkdirSync(dirname(copy), {recursive: true});
    copyFileSync(file, copy);
  }
  for (const {require: entry, types} of entries) {
    write(types, `export * from '${pathTo(entry.default, types)}';\n`);
  }
}

/** Lists the declaration files of `dist` that TypeScript reads for entries of `exports`, as absolute paths. */
export function declarationsOf(entries) {
  const options = {moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext};
  const program = ts.createProgram(
    entries.flatMap(({types}) => types ?? []),
    options,
  );
  const files = program.getSourceFiles().map(({fileName}) => resolve(fileName));
  return files.filter(file => file.startsWith(resolve('dist')));
}

function write(file, text) {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
}

function pathTo(file, from) {
  const path = relative(dirname(from), file).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}
