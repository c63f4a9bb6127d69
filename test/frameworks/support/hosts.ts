import {spawn} from 'node:child_process';
import {cpSync} from 'node:fs';
import {join} from 'node:path';
import {endProcess, endWithUs} from '../../e2e/support/process.js';
import {freePort, root} from '../../package/support/project.js';

/** Describes one of demo/hosts/frameworks. */
export interface FrameworkHost {
  readonly name: string;
  /** Whether it has to be built, by the script `build:<name>`. */
  readonly isBuilt: boolean;
  /** Words behind `node` that start it. */
  readonly start: readonly string[];
  /** Where it takes the buyer's address from. */
  readonly address: 'connection' | 'header';
}

export const HOSTS: readonly FrameworkHost[] = [
  {name: 'koa', isBuilt: false, start: ['koa.mjs'], address: 'connection'},
  {name: 'h3', isBuilt: false, start: ['h3.mjs'], address: 'connection'},
  {name: 'nest', isBuilt: false, start: ['nest.mjs'], address: 'connection'},
  {name: 'nitro', isBuilt: true, start: ['nitro/.output/server/index.mjs'], address: 'connection'},
  {name: 'sveltekit', isBuilt: true, start: ['sveltekit/build/index.js'], address: 'connection'},
  {name: 'astro', isBuilt: true, start: ['astro/dist/server/entry.mjs'], address: 'header'},
  {
    name: 'remix',
    isBuilt: true,
    start: ['node_modules/@react-router/serve/bin.js', 'remix/build/server/index.js'],
    address: 'header',
  },
];

/** Copies the page and the one file that the hosts without a build of their own serve. */
export function addPages(folder: string): void {
  cpSync(join(root, 'demo/hosts/public'), join(folder, 'public'), {recursive: true});
  cpSync(join(root, 'dist/cr-checkout.js'), join(folder, 'public/checkout/cr-checkout.js'));
}

/** Starts a host in its folder on a free port, with this API behind it. */
export async function startFramework({name, start}: FrameworkHost, folder: string, api: string) {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: `${port}`,
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    CRYPTOREFILLS_PARTNER_ID: `partner-on-${name}`,
    CRYPTOREFILLS_UPSTREAM: api,
    CHECKOUT_SECRET: 'a secret for this test only, for nothing else',
  };
  const child = spawn(process.execPath, start, {cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe']});
  endWithUs(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`${name} ended; it wrote:\n${output}`);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
  return {url, close: () => endProcess(child)};
}
