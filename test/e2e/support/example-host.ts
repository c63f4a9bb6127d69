import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {freePort} from '../../package/support/project.js';
import {endProcess, endWithUs} from './process.js';

export interface ExampleHost {
  /** Base URL of the page, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Milliseconds to install and build Next, on a slow machine. */
const START_LIMIT = 280_000;

/** Starts one of `demo/hosts` on a free port, as its npm script does, with this API behind it. */
export async function startExampleHost(name: string, api: string): Promise<ExampleHost> {
  const port = await freePort();
  const child = spawn(process.execPath, ['demo/hosts/start.mjs', name], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: `${port}`,
      CRYPTOREFILLS_PARTNER_ID: `partner-on-${name}`,
      CRYPTOREFILLS_UPSTREAM: api,
      CHECKOUT_SECRET: 'a secret for this test only, for nothing else',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  const close = () => endProcess(child);
  let output = '';
  const url = new Promise<string>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`${name} ${what}; it wrote:\n${output}`));
    const timer = setTimeout(fail, START_LIMIT, `did not start in ${START_LIMIT / 1000} s`);
    const read = (chunk: Buffer) => {
      output += chunk;
      const [, found] = /^cr-checkout on \w+: (http:\/\/\S+)\/$/m.exec(output) ?? [];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', code => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
  try {
    return {url: await url, close};
  } catch (error) {
    await close();
    throw error;
  }
}
