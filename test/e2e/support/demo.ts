import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {endProcess, endWithUs} from './process.js';

export interface Demo {
  /** Base URL of the demo pages, without a slash at the end. */
  readonly url: string;
  /** Changes an order by the sandbox's control API, for example by `pay` or `expire`. */
  control(orderId: string, action: string): Promise<void>;
  /** Moves the sandbox's clock on by milliseconds. */
  pass(milliseconds: number): Promise<void>;
  /** Pays an order, which is delivered at once. */
  deliver(orderId: string): Promise<void>;
  /** Forgets all orders and faults, and sets the sandbox's clock back to the wall's. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const URL_LINE = /^cr-checkout demo: (http:\/\/\S+)/m;
const START_LIMIT = 120_000;

/** Returns the worker's demo (`E2E_DEMO`) with a reset sandbox, or starts a demo. */
export async function openDemo(): Promise<Demo> {
  const url = process.env.E2E_DEMO;
  if (!url) return startDemo();
  const demo = {...demoAt(url), close: async () => {}};
  await demo.reset();
  return demo;
}

/** Starts the demo (sandbox, proxy and pages of the built `dist`) on a free port of loopback. */
export async function startDemo(): Promise<Demo> {
  const env = {...process.env, PORT: '0'};
  const child = spawn(process.execPath, ['demo/server.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  let output = '';
  const found = new Promise<string>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`the demo ${what}; it wrote:\n${output}`));
    const timer = setTimeout(fail, START_LIMIT, `did not print its URL in ${START_LIMIT / 1000} s`);
    const read = (chunk: Buffer) => {
      output += chunk;
      const url = URL_LINE.exec(output)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url.replace(/\/$/, ''));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', code => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
  const close = () => endProcess(child);
  try {
    const url = await found;
    return {...demoAt(url), close};
  } catch (error) {
    await close();
    throw error;
  }
}

function demoAt(url: string): Omit<Demo, 'close'> {
  const control = (orderId: string, action: string) =>
    send(`${url}/sandbox/orders/${encodeURIComponent(orderId)}/${action}`);
  const pass = (milliseconds: number) => send(`${url}/sandbox/clock`, {milliseconds});
  const deliver = async (orderId: string) => {
    await control(orderId, 'pay');
    await pass(2500);
  };
  return {url, control, pass, deliver, reset: () => send(`${url}/sandbox/reset`)};
}

async function send(url: string, body: unknown = {}): Promise<void> {
  const headers = {'content-type': 'application/json'};
  const response = await fetch(url, {method: 'POST', headers, body: JSON.stringify(body)});
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
}
