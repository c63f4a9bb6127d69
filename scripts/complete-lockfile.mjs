/**
<<<<<<< HEAD
 * Adds to package-lock.json the packages for other platforms that the registry in use does not have: npm leaves them out
 * when it writes the file, and `npm ci` then refuses the file because they are missing. To be run after `npm install`.
 * Usage: node scripts/complete-lockfile.mjs [folder, default: this package]
=======
 * Adds to a package-lock.json (the project's, unless others are named) the packages for other platforms that the registry in
 * use does not have: npm leaves them out when it writes the file, and `npm ci` then refuses the file because they are
 * missing. To be run after `npm install`.
>>>>>>> 88b0699 (Show the element in apps of React, Next.js, Vue, Svelte and none, each installed from the packed package, compiled, built and driven through a purchase)
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

<<<<<<< HEAD
const folder = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const file = join(folder, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [path, {optionalDependencies = {}, dev}] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(name, path)) continue;
    lock.packages[`node_modules/${name}`] = platformPackage(name, version, dev);
    added += 1;
=======
const named = process.argv.slice(2);
const files = named.length > 0 ? named : [fileURLToPath(new URL('../package-lock.json', import.meta.url))];
for (const file of files) complete(file);

function complete(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const {packages} = lock;
  let added = 0;
  for (const [path, {optionalDependencies = {}, dev}] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(packages, name, path)) continue;
      packages[`node_modules/${name}`] = platformPackage(name, version, dev);
      added += 1;
    }
>>>>>>> 88b0699 (Show the element in apps of React, Next.js, Vue, Svelte and none, each installed from the packed package, compiled, built and driven through a purchase)
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({...lock, packages: Object.fromEntries(sorted)}, null, 2)}\n`);
  console.log(`${added} packages added to ${file}`);
}

/** Whether a package is found from another's folder, in its own `node_modules` or one above. */
function isLocked(packages, name, path) {
  if (`${path}${path && '/'}node_modules/${name}` in packages) return true;
  return path !== '' && isLocked(packages, name, path.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ''));
}

/** What npm itself writes, less the checksum: the platform is in the name, and decides that it is not installed here. */
function platformPackage(name, version, dev) {
  const words = name.split(/[/-]/);
  const os = words.find(word => SYSTEMS.includes(word));
  const cpu = words.find(word => PROCESSORS.includes(word));
  if (!os || !cpu || !/^\d/.test(version)) throw new Error(`what platform is ${name}@${version} for?`);
  const libc = os !== 'linux' ? undefined : name.includes('musl') ? ['musl'] : ['glibc'];
  return {version, cpu: [cpu], ...(dev && {dev}), ...(libc && {libc}), optional: true, os: [os]};
}
