import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {install} from './install.mjs';

const folder = fileURLToPath(new URL('../runtimes', import.meta.url));

/** The path of `deno` or `bun`: the one on this machine, else the one that npm has. */
export function runtimePath(name) {
  const places = (process.env.PATH ?? '').split(delimiter).map(place => join(place, name));
  const found = places.find(place => existsSync(place));
  if (found) return found;
  install(folder);
  const require = createRequire(join(folder, 'package.json'));
  const files = {bun: 'bin/bun', deno: 'deno'};
  const {optionalDependencies} = require(`${name}/package.json`);
  const [platform] = Object.keys(optionalDependencies)
    .filter(each => existsSync(join(folder, 'node_modules', each, files[name])))
    .sort();
  if (!platform) throw new Error(`npm has no ${name} for this machine: install it`);
  return join(folder, 'node_modules', platform, files[name]);
}
