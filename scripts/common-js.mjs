/**
 * Writes `dist/cjs`, for servers in CommonJS: Node's `require` loads the same modules, since 20.19, so each entry is one line. What they
 * need are types of their own: to TypeScript, a declaration file beside ES modules is one, which `require` may not load.
 */
import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import ts from 'typescript';

const folder = 'dist/cjs';

/** Writes the files of all entries of `exports` that have a `require`. */
export function writeCommonJs(exports) {
  const entries = Object.values(exports).filter(entry => entry.require);
  const program = ts.createProgram(
    entries.map(({types}) => types),
    {moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext},
  );
  for (const {fileName} of program.getSourceFiles()) {
    const path = relative(resolve('dist'), resolve(fileName));
    if (path.startsWith('..')) continue;
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    copyFileSync(fileName, join(folder, path));
  }
  for (const {require: entry, default: module} of entries) {
    const path = relative(dirname(entry.default), module).replaceAll('\\', '/');
    writeFileSync(entry.default, `module.exports = require('${path}');\n`);
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "commonjs"}\n');
}
