/**
 * Runs programs, and ends those that have gone silent: a limit on the total time would also end the work of slow
 * machines.
 */
import {spawn} from 'node:child_process';

/** Longest silence in milliseconds: no output and no message. */
const PATIENCE = Number(process.env.TEST_PATIENCE ?? 300_000);

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) endGroup(child, 'SIGKILL');
    process.exit(130);
  });
}

/**
 * Runs a program to its end. Returns its exit code, the last message that it sent (`undefined` without one), and whether
 * it was ended for its silence. What it started is ended with it.
 *
 * @param onOutput Takes each chunk of stdout and stderr. Default: passes it on.
 */
export function run([program, ...words], {env = {}, onOutput = chunk => process.stdout.write(chunk)} = {}) {
  return new Promise(resolve => {
    const stdio = ['ignore', 'pipe', 'pipe', 'ipc'];
    const child = spawn(program, words, {stdio, detached: true, env: {...process.env, ...env}});
    running.add(child);
    let message;
    let isSilent = false;
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isSilent = true;
        endGroup(child, 'SIGTERM');
        setTimeout(endGroup, 5000, child, 'SIGKILL').unref();
      }, PATIENCE);
    };
    wait();
    for (const stream of [child.stdout, child.stderr]) stream.on('data', wait).on('data', onOutput);
    child.on('message', latest => {
      wait();
      message = latest;
    });
    // A process that it left behind may hold its output open.
    child.once('exit', () => endGroup(child, 'SIGKILL'));
    const finish = code => {
      clearTimeout(timer);
      running.delete(child);
      resolve({code, message, isSilent});
    };
    child.once('error', error => {
      onOutput(`${error.message}\n`);
      finish(1);
    });
    child.once('close', code => finish(code ?? 1));
  });
}

function endGroup({pid}, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended.
  }
}
