/**
 * Adds to package-lock.json the packages for other platforms that the registry in use does not have: npm leaves them out
 * when it writes the file, and `npm ci` then refuses the file because they are missing. To be run after `npm install`.
 * Usage: node scripts/complete-lockfile.mjs [folder, default: this package]
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const file = join(folder, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [path, {optionalDependencies = {}, dev}] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(name, path)) continue;
    lock.packages[`node_modules/${name}`] = platformPackage(name, version, dev);
    added += 1;
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({...lock, packages: Object.fromEntries(sorted)}, null, 2)}\n`);
console.log(`${added} packages added to package-lock.json`);

/** Returns whether a package is found from another's folder, in its own `node_modules` or one above. */
function isLocked(name, path) {
  if (`${path}${path && '/'}node_modules/${name}` in lock.packages) return true;
  return path !== '' && isLocked(name, path.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ''));
}

/** Returns the entry that npm itself writes, less the checksum: the platform is in the name, and decides that it is not installed here. */
function platformPackage(name, version, dev) {
  const words = name.split(/[/-]/);
  const os = words.find(word => SYSTEMS.includes(word));
  const cpu = words.find(word => PROCESSORS.includes(word));
  if (!os || !cpu || !/^\d/.test(version)) throw new Error(`the platform of ${name}@${version} is unknown`);
  const libc = os !== 'linux' ? undefined : name.includes('musl') ? ['musl'] : ['glibc'];
  return {version, cpu: [cpu], ...(dev && {dev}), ...(libc && {libc}), optional: true, os: [os]};
}
