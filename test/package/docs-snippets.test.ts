import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import ts from 'typescript';
import type {CheckoutProxy} from '../../src/proxy/index.js';
import {startSandbox} from '../../src/sandbox/node.js';
import {endProcess, endWithUs} from '../e2e/support/process.js';
import {freePort, projectWith, readme, root, snippets, snippetsFor} from './support/readme.js';

const secrets = {CRYPTOREFILLS_PARTNER_ID: 'a-partner', CHECKOUT_SECRET: 'a secret for this test only'};
const {scripts, name: packageName} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  name: string;
};
const folders: string[] = [];

after(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = projectWith(files);
  folders.push(folder);
  return folder;
}

describe('every snippet of the README', () => {
  test('is of a kind that a test tries', () => {
    assert.ok(snippets().length >= 10);
    const untried = snippets().filter(({use}) => use === undefined);
    assert.deepEqual(
      untried.map(({language, line}) => `line ${line}: ${language || 'no language'}`),
      [],
    );
  });

  for (const {code, line} of snippetsFor('shell')) {
    test(`line ${line}: the commands are there`, () => {
      const folder = project({});
      for (const command of code.trim().split(/\n|&&/)) runOrCheck(command.trim(), folder);
    });
  }

  for (const {code, line} of snippetsFor('module of a page')) {
    test(`line ${line}: the types agree`, () => {
      assert.deepEqual(typeErrors(code), []);
    });
  }

  for (const {code, line} of snippetsFor('test file')) {
    test(`line ${line}: the test passes`, () => {
      const folder = project({'snippet.test.mjs': code});
      // Of a run of tests that was started by another, Node reports to that other.
      const {NODE_TEST_CONTEXT: _, ...env} = process.env;
      const words = ['--test-reporter=tap', '--test', 'snippet.test.mjs'];
      const {status, stdout} = spawnSync(process.execPath, words, {cwd: folder, env, encoding: 'utf8'});
      assert.match(stdout, /^# pass 1$/m);
      assert.equal(status, 0, stdout);
    });
  }

  for (const {code, line} of snippetsFor('handler')) {
    test(`line ${line}: the handler answers`, async () => {
      Object.assign(process.env, secrets);
      const file = join(project({'handler.mjs': code}), 'handler.mjs');
      const {default: handler} = (await import(pathToFileURL(file).href)) as {
        default: {fetch: CheckoutProxy};
      };
      const answer = (path: string) => handler.fetch(new Request(`http://shop.example${path}`));
      assert.equal((await answer('/api/healthz')).status, 200);
      assert.equal((await answer('/api/anything')).status, 404);
    });
  }

  for (const {code, line} of snippetsFor('server')) {
    test(`line ${line}: the server takes a request to the API and adds the headers`, async t => {
      const sandbox = await startSandbox();
      t.after(() => sandbox.close());
      const port = await freePort();
      const variables = {...secrets, CRYPTOREFILLS_UPSTREAM: sandbox.url, PORT: `${port}`};
      const child = spawn(process.execPath, ['server.mjs'], {
        cwd: project({'server.mjs': code}),
        env: {...process.env, ...variables},
        stdio: 'inherit',
      });
      endWithUs(child);
      t.after(() => endProcess(child));
      const url = `http://localhost:${port}/api`;
      await answering(`${url}/healthz`, () => child.exitCode !== null);
      const brands = await fetch(`${url}/v2/brands?country_code=US`);
      assert.equal(brands.status, 200);
      assert.ok(((await brands.json()) as {all_brands: unknown[]}).all_brands.length > 10);
      // The sandbox itself refuses whoever comes without the partner's headers.
      assert.equal((await fetch(`${sandbox.url}/v2/brands?country_code=US`)).status, 401);
    });
  }
});

describe('what the README points to', () => {
  test('every npm script it names exists', () => {
    const named = [...readme.matchAll(/\bnpm run ([\w-]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      named.filter(name => !(name in scripts)),
      [],
    );
  });

  test('every picture and file it links to exists, and every picture is described', () => {
    const links = [...readme.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)];
    const files = links.filter(([, , , target = '']) => !/^(https?:|#)/.test(target));
    assert.ok(files.length >= 5);
    assert.deepEqual(
      files.filter(([, , , target = '']) => !existsSync(join(root, target))).map(([whole]) => whole),
      [],
    );
    assert.deepEqual(
      links.filter(([, image, text = '']) => image && text.length < 10).map(([whole]) => whole),
      [],
    );
  });

  test('every chapter it links to exists', () => {
    const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(
      ([, title = '']) =>
        `#${title
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replaceAll(' ', '-')}`,
    );
    const wanted = [...readme.matchAll(/\]\((#[^)]+)\)/g)].map(([, anchor = '']) => anchor);
    assert.deepEqual(
      wanted.filter(anchor => !anchors.includes(anchor)),
      [],
    );
  });

  test('the size it quotes is the size of the one file, to half a KiB', () => {
    const quoted = /\*\*One tag, one file\.\*\* ([\d.]+) KiB after brotli .*?\(([\d.]+) KiB minified\)/.exec(
      readme,
    );
    const code = readFileSync(join(root, 'dist/cr-checkout.js'));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: code.length,
    };
    const brotli = brotliCompressSync(code, {params}).length / 1024;
    assert.ok(Math.abs(Number(quoted?.[1]) - brotli) <= 0.5, `it is ${brotli.toFixed(1)} KiB after brotli`);
    const minified = code.length / 1024;
    assert.ok(Math.abs(Number(quoted?.[2]) - minified) <= 3, `it is ${minified.toFixed(1)} KiB minified`);
  });
});

/** npm's commands are looked up in package.json, and their variables in the demo; all others are run. */
function runOrCheck(command: string, folder: string): void {
  const [, assignments = '', rest = ''] = /^((?:\w+=\S+ )*)(.*)$/.exec(command) ?? [];
  for (const [, variable = ''] of assignments.matchAll(/(\w+)=/g)) {
    assert.ok(readFileSync(join(root, 'demo/server.mjs'), 'utf8').includes(variable), variable);
  }
  const [program = '', verb = '', ...words] = rest.split(/\s+/);
  if (program !== 'npm') {
    const {status, stderr} = spawnSync(rest, {cwd: folder, shell: true, encoding: 'utf8'});
    assert.equal(status, 0, `${rest}: ${stderr}`);
  } else if (verb === 'ci') {
    assert.ok(existsSync(join(root, 'package-lock.json')));
  } else if (verb === 'install') {
    assert.deepEqual(words, [packageName]);
  } else {
    const script = verb === 'run' ? words[0] : verb;
    assert.ok(script && script in scripts, `there is no npm script for: ${rest}`);
  }
}

/** What the compiler has against a module that imports the installed package. */
function typeErrors(code: string): readonly string[] {
  const file = join(project({'snippet.ts': code}), 'snippet.ts');
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Waits until a server answers; gives up when its process has ended or after 10 s. */
async function answering(url: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await fetch(url).catch(() => undefined))) {
    if (hasEnded() || Date.now() > deadline) throw new Error(`nothing answers at ${url}`);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}
