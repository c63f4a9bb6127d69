/** Compiles a server and a page against the packed package, by several versions of TypeScript and with many settings. */
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {root} from '../package/support/project.js';
import {openWorkshop, run, succeed, type Workshop} from './support/install.js';

const USE = `
  const sandbox: Sandbox = createSandbox({catalogue: {rows: 3}});
  const store: ProxyStore = memoryStore();
  const limits = {createOrder: {buyer: 3}};
  const options: ProxyOptions = {partnerId: 'p', appVersion: '1', rawOrderIds: true, fetch: sandbox, store, limits};
  const proxy: CheckoutProxy = createProxy(options);
  const handler: NodeHandler = nodeHandler(proxy);
  createServer((req, res) => void handler(req, res));
  redisStore({call: async (command: string, ...words: string[]) => [command, ...words]});
  const answer: Promise<Response> = proxy(new Request('http://shop.example/healthz'), {remoteAddress: '192.0.2.1'});
  // Prints 200.
  void answer.then(({status}) => console.log(status));
  void (startSandbox satisfies (options?: {port?: number}) => Promise<{url: string}>);
`;
const IMPORTS = `
  import {createServer} from 'node:http';
  import {createProxy, memoryStore, redisStore} from 'cr-checkout/proxy';
  import type {CheckoutProxy, ProxyOptions, ProxyStore} from 'cr-checkout/proxy';
  import {nodeHandler} from 'cr-checkout/proxy/node';
  import type {NodeHandler} from 'cr-checkout/proxy/node';
  import {createSandbox} from 'cr-checkout/sandbox';
  import type {Sandbox} from 'cr-checkout/sandbox';
  import {startSandbox} from 'cr-checkout/sandbox/node';
`;
const FILES = {
  'server.ts': IMPORTS + USE,
  'server.cts': IMPORTS + USE,
  'page.ts': `
    import 'cr-checkout';
    import {CrCheckout} from 'cr-checkout/element';
    const checkout: CrCheckout = document.createElement('cr-checkout');
    checkout.proxyUrl = '/api';
    checkout.addEventListener('cr-done', event => void event.detail.orderId.toUpperCase());
  `,
  'wrong.ts': `
    import {createProxy} from 'cr-checkout/proxy';
    createProxy({partnerId: 'p', appVersion: '1', secrets: ['s'], partnerID: 'p'});
  `,
};
type File = keyof typeof FILES;

const SETTINGS = ['node', 'node16', 'bundler'].flatMap(moduleResolution =>
  [true, false].flatMap(isPage =>
    [true, false].map(exactOptionalPropertyTypes => {
      const module = {node: 'commonjs', node16: 'node16', bundler: 'esnext'}[moduleResolution];
      const lib = ['es2022', ...(isPage ? ['dom', 'dom.iterable'] : [])];
      const files: File[] = ['server.ts'];
      if (isPage) files.push('page.ts');
      // A CommonJS file within a package of ES modules.
      if (moduleResolution === 'node16') files.push('server.cts');
      const common = {
        target: 'es2022',
        strict: true,
        noEmit: true,
        types: ['node'],
        skipDefaultLibCheck: true,
      };
      return {files, options: {...common, lib, module, moduleResolution, exactOptionalPropertyTypes}};
    }),
  ),
);

let workshop: Workshop;
let folder: string;

before(async () => {
  workshop = await openWorkshop();
  folder = await workshop.install('test/frameworks/compilers');
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});

after(() => workshop?.close());

/** Returns the errors for each of the settings. */
async function check(compiler: string, settings: readonly unknown[]): Promise<readonly string[][]> {
  const program = join(root, 'test/frameworks/support/check-types.mjs');
  return JSON.parse(await succeed(process.execPath, [program, compiler, JSON.stringify(settings)], folder));
}

describe('the types of the package', {concurrency: 2}, () => {
  for (const version of ['5.0', '5.4', '5.9']) {
    it(`are clean for TypeScript ${version}, by every module resolution, with and without the DOM`, async () => {
      assert.equal(SETTINGS.length, 12);
      const [first] = SETTINGS;
      const [misspelt = [], ...found] = await check(`typescript-${version}`, [
        {...first, files: ['wrong.ts']},
        ...SETTINGS,
      ]);
      assert.equal(misspelt.length, 1);
      assert.match(misspelt[0] ?? '', /partnerID/);
      assert.deepEqual(
        found,
        SETTINGS.map(() => []),
      );
    });
  }

  it('are clean for TypeScript 7.0, which has no resolution of its first kind', async () => {
    const found = await Promise.all(SETTINGS.map(settings => tsc(settings)));
    assert.deepEqual(
      found.filter(output => output !== ''),
      [],
    );
  });
});

describe('a server in CommonJS', {concurrency: 2}, () => {
  for (const [module, moduleResolution] of [
    ['commonjs', 'node'],
    ['node16', 'node16'],
  ] as const) {
    it(`requires the package as TypeScript compiles it, with the module format ${module}`, async () => {
      const program = join(folder, 'node_modules/typescript-5.4/bin/tsc');
      const options = {module, moduleResolution, target: 'es2022', types: 'node', outDir: module};
      const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
      await succeed(
        process.execPath,
        [program, ...words, '--strict', '--skipLibCheck', 'server.cts'],
        folder,
      );
      const compiled = join(folder, module, 'server.cjs');
      assert.match(readFileSync(compiled, 'utf8'), /require\("cr-checkout\/proxy"\)/);
      // Nothing else is written, such as a warning about `require`.
      assert.equal(await succeed(process.execPath, [compiled], folder), '200\n');
    });
  }

  it('requires the package in plain JavaScript', async () => {
    const names = ['proxy', 'proxy/node', 'sandbox', 'sandbox/node'];
    const code = names.map(name => `console.log(Object.keys(require('cr-checkout/${name}')).join());`);
    writeFileSync(join(folder, 'plain.cjs'), code.join('\n'));
    const lines = (await succeed(process.execPath, ['plain.cjs'], folder)).trim().split('\n');
    const loaded = names.map(async name => {
      const {href} = pathToFileURL(join(folder, 'node_modules/cr-checkout/dist', FILE_OF[name] ?? ''));
      return Object.keys((await import(href)) as object).join();
    });
    assert.deepEqual(lines, await Promise.all(loaded));
  });
});

const FILE_OF: Readonly<Record<string, string>> = {
  proxy: 'proxy/index.js',
  'proxy/node': 'proxy/node/index.js',
  sandbox: 'sandbox/index.js',
  'sandbox/node': 'sandbox/node.js',
};

/** Returns what TypeScript 7 writes; it has no interface for programs. */
async function tsc({files, options}: (typeof SETTINGS)[number]): Promise<string> {
  if (options.moduleResolution === 'node') return '';
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const program = join(folder, 'node_modules/typescript-7.0/bin/tsc');
  return (await run(process.execPath, [program, ...words, ...files], folder)).output;
}
