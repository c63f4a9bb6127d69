import {spawn} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {endWithUs} from '../../e2e/support/process.js';
import {root} from '../../package/support/project.js';

export interface Outcome {
  readonly code: number | null;
  /** Output on stdout and stderr. */
  readonly output: string;
}

/** This project as `npm pack` packs it, and fresh copies of the apps that install it. */
export interface Workshop {
  /** Copies an app's folder out of the repository and installs it; one installation at a time. Returns the copy. */
  install(path: string): Promise<string>;
  close(): void;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), 'cr-checkout-apps-'));
  const packed = await succeed('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  const tarball = join(folder, packed.trim().split('\n').at(-1) ?? '');
  let last: Promise<unknown> = Promise.resolve();
  const install = async (path: string): Promise<string> => {
    const copy = join(folder, basename(path));
    const isSource = (file: string) => !/\/(node_modules|dist|build|\.[\w-]+)$/.test(file);
    cpSync(join(root, path), copy, {recursive: true, filter: isSource});
    const words = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', tarball];
    await succeed('npm', words, copy);
    return copy;
  };
  return {
    install: path => {
      const installed = last.then(() => install(path));
      last = installed.catch(() => undefined);
      return installed;
    },
    close: () => rmSync(folder, {recursive: true, force: true}),
  };
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Runs a program to its end. */
export function run(
  program: string,
  words: readonly string[],
  cwd: string,
  variables: Variables = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const own = {NEXT_TELEMETRY_DISABLED: '1', CI: 'true', NODE_ENV: undefined};
    const env = {...process.env, ...own, ...variables} as NodeJS.ProcessEnv;
    const child = spawn(program, words, {cwd, env, stdio: ['ignore', 'pipe', 'pipe']});
    endWithUs(child);
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject).once('close', code => resolve({code, output}));
  });
}

export async function succeed(
  program: string,
  words: readonly string[],
  cwd: string,
  variables: Variables = {},
): Promise<string> {
  const {code, output} = await run(program, words, cwd, variables);
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}:\n${output}`);
  return output.replace(/^npm warn .*\n/gm, '');
}
