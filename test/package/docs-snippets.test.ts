/** Runs every snippet of every document, unless it is part of a file that other tests run. */
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import ts from 'typescript';
import {createSandbox} from '../../src/sandbox/index.js';
import {startSandbox} from '../../src/sandbox/node.js';
import {endProcess, endWithUs} from '../e2e/support/process.js';
import {runOrCheck} from './support/commands.js';
import {snippets, snippetsFor} from './support/documents.js';
import {freePort, projectWith, root} from './support/project.js';

const secrets = {
  CRYPTOREFILLS_PARTNER_ID: 'a-partner',
  CHECKOUT_SECRET: 'a secret for this test only, for nothing else',
};
const folders: string[] = [];

after(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

/** Returns a module of a platform with fetch types. */
interface Handler {
  fetch(
    request: Request,
    env: unknown,
    context: {waitUntil(work: Promise<unknown>): void},
  ): Promise<Response>;
}

function project(files: Readonly<Record<string, string>>): string {
  const folder = projectWith(files);
  folders.push(folder);
  return folder;
}

describe('every snippet', () => {
  test('is of a kind that a test tries', () => {
    assert.ok(snippets.length >= 40);
    const untried = snippets.filter(({kind}) => kind === undefined);
    assert.deepEqual(
      untried.map(({where, language}) => `${where}: ${language || 'no language'}`),
      [],
    );
  });

  for (const {code, where} of snippetsFor('shell')) {
    test(`${where}: the commands are there`, () => {
      const folder = project({});
      for (const command of code.trim().split(/\n|&&/)) runOrCheck(command.trim(), folder);
    });
  }

  for (const {code, where} of snippetsFor('module of a page')) {
    test(`${where}: the types agree`, () => {
      assert.deepEqual(typeErrors(code), []);
    });
  }

  for (const {code, where} of snippetsFor('test file')) {
    test(`${where}: the test passes`, () => {
      const folder = project({'snippet.test.mjs': code});
      // Node sends the results of a nested test run to the outer one, unless this variable is removed.
      const {NODE_TEST_CONTEXT: _, ...env} = process.env;
      const words = ['--test-reporter=tap', '--test', 'snippet.test.mjs'];
      const {status, stdout} = spawnSync(process.execPath, words, {cwd: folder, env, encoding: 'utf8'});
      assert.match(stdout, /^# pass 1$/m);
      assert.equal(status, 0, stdout);
    });
  }

  for (const {code, where} of snippetsFor('handler')) {
    test(`${where}: the handler answers`, async t => {
      Object.assign(process.env, secrets);
      // Replaces the platform's fetch by the sandbox, and its variables by those of this process.
      t.mock.method(globalThis, 'fetch', createSandbox());
      const runnable = code.replace("import {env} from 'cloudflare:workers';", 'const {env} = process;');
      const file = join(project({'handler.mjs': runnable}), 'handler.mjs');
      const {default: handler} = (await import(pathToFileURL(file).href)) as {default: Handler};
      const context = {waitUntil: () => undefined};
      const answer = (path: string) =>
        handler.fetch(new Request(`http://shop.example${path}`), process.env, context);
      assert.equal((await answer('/api/healthz')).status, 200);
      assert.equal((await answer('/api/anything')).status, 404);
      assert.equal((await answer('/api/v2/brands?country_code=US')).status, 200);
    });
  }

  for (const {code, where} of snippetsFor('server')) {
    test(`${where}: the server takes a request to the API and adds the headers`, async t => {
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
      // The sandbox refuses requests without the partner's headers.
      assert.equal((await fetch(`${sandbox.url}/v2/brands?country_code=US`)).status, 401);
    });
  }
});

describe('every snippet that shows a file', () => {
  const shown = snippetsFor('file');

  for (const {where, code, file} of shown) {
    test(`${where}: is the file as it is run`, () => {
      assert.equal(file?.label, file?.path);
      assert.equal(code, readFileSync(join(root, file?.path ?? ''), 'utf8'));
    });
  }

  test('is tested by a purchase, and every host has one', () => {
    const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {scripts: object};
    const hosts = Object.keys(scripts).flatMap(name => /^demo:(\w+)$/.exec(name)?.[1] ?? []);
    assert.ok(shown.length >= 12);
    assert.ok(hosts.length >= 9);
    const without = hosts.filter(
      host => !shown.some(({file}) => file?.path.startsWith(`demo/hosts/${host}`)),
    );
    assert.deepEqual(without, []);
  });

  test('leaves no code of the page about hosts untried, but for the commands', () => {
    const others = snippets.filter(({where, file}) => where.startsWith('docs/hosts.md') && !file);
    assert.deepEqual(
      others.filter(({language}) => language !== 'sh'),
      [],
    );
  });
});

describe('every snippet of a page for embedders', () => {
  const APPS = join(root, 'demo/apps');
  const sources = readdirSync(APPS, {recursive: true, encoding: 'utf8'})
    .filter(
      name =>
        /\.(tsx?|js|mjs|vue|svelte|astro|html|css)$/.test(name) && !/node_modules|\.next|dist\//.test(name),
    )
    .map(name => flat(readFileSync(join(APPS, name), 'utf8')));

  for (const {where, code} of snippetsFor('part of an app')) {
    test(`${where}: is in an app, word for word`, () => {
      assert.ok(sources.some(source => source.includes(flat(code))));
    });
  }
});

/** Returns the lines without their indentation and last comma, which depend on where a snippet stands. */
function flat(text: string): string {
  return text
    .split('\n')
    .map(line => line.trim().replace(/[,;]$/, ''))
    .filter(Boolean)
    .join('\n');
}

/** Returns the compiler's errors in a module that imports the installed package. */
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

/** Waits until a server answers; throws when its process has ended or after 10 s. */
async function answering(url: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await fetch(url).catch(() => undefined))) {
    if (hasEnded() || Date.now() > deadline) throw new Error(`nothing answers at ${url}`);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}
