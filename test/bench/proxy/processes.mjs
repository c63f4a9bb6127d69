import {readdirSync, readFileSync} from 'node:fs';

/** Returns the resident memory of a process and its children, in bytes. */
export function memoryOf(pid) {
  return sumOver(pid, each => field(each, 'VmRSS') * 1024);
}

/** Returns the seconds of processor time of a process and its children. */
export function cpuOf(pid) {
  return sumOver(pid, each => {
    // Skips the name, which may hold spaces: utime and stime are fields 14 and 15, in hundredths of a second.
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

/** Reads a file of `/proc`; returns '' if the process has ended meanwhile. */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
