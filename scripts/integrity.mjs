/** Checksums for `integrity` attributes and import maps (W3C Subresource Integrity), as `dist/integrity.json`. */
import {createHash} from 'node:crypto';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join, sep} from 'node:path';

/** Names each file below a folder with its `sha384-…`, by its path in that folder. */
export async function writeIntegrity(folder) {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const names = paths.map(path => path.slice(join(folder, sep).length).replaceAll(sep, '/')).sort();
  const checksums = {};
  for (const name of names) {
    if (name !== 'integrity.json') checksums[name] = checksum(await readFile(join(folder, name)));
  }
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(checksums, null, 2)}\n`);
}

function checksum(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
