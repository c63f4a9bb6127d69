import {readdirSync, readFileSync} from 'node:fs';

/** Resident memory of a process and its children, in bytes. */
export function memoryOf(pid) {
  return sumOver(pid, each => field(each, 'VmRSS') * 1024);
}

/** Seconds of processor time that a process and its children have used. */
export function cpuOf(pid) {
  return sumOver(pid, each => {
    // What follows the name, which may hold spaces: utime and stime are the 14th and 15th of all, in hundredths.
    const words = read(each, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(words[11]) + Number(words[12])) / 100;
  });
}

function sumOver(pid, measure) {
  const children = readdirSync('/proc').filter(name => /^\d+$/.test(name) && field(name, 'PPid') === pid);
  return [pid, ...children].reduce((sum, each) => sum + measure(each), 0);
}

function field(pid, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(pid, 'status'))?.[1] ?? 0);
}

/** A process may end while it is looked at. */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
