import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findProgram} from '../../../scripts/browsers.mjs';
import {endProcess, endWithUs} from '../../e2e/support/process.js';
import {freePort} from '../../package/support/project.js';

/** Starts Caddy with this file on a free port of loopback, in place of `shop.example`; it trusts one certificate. */
export async function startCaddy(caddyfile: string, certificateFile: string) {
  const program = findProgram('caddy');
  const folder = mkdtempSync(join(tmpdir(), 'caddy-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const options = '{\n  admin off\n  auto_https off\n}\n';
  writeFileSync(join(folder, 'Caddyfile'), options + caddyfile.replace('shop.example', url));
  const env = {
    ...process.env,
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    SSL_CERT_FILE: certificateFile,
  };
  const child = spawn(program, ['run'], {cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe']});
  endWithUs(child);
  let output = '';
  child.stderr.on('data', chunk => {
    output += chunk;
  });
  const close = async () => {
    await endProcess(child);
    rmSync(folder, {recursive: true, force: true});
  };
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error(`Caddy ended; it wrote:\n${output}`)),
  );
  ended.catch(() => {});
  while (!(await Promise.race([fetch(url).catch(() => undefined), ended]))) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return {url, close};
}
