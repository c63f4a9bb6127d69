/**
 * Tries the import arrows of `src` (.dependency-cruiser.mjs) and the bans of biome.json on files with one wrong
 * import each.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {root} from '../package/support/project.js';

type Tree = Readonly<Record<string, string>>;

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, {recursive: true});
});

describe('the arrows of imports', () => {
  test('let through what follows them', () => {
    const violations = violationsIn({
      'domain/types.ts': 'export type Order = string; export const b = 1;',
      'domain/order.ts': `import type {Order} from './types.js'; export type A = Order;`,
      'domain/payment/chains/evm.ts': `import {keccak_256} from '@noble/hashes/sha3.js';\nimport {base58} from '@scure/base';\nimport {b} from '../../types.js';`,
      'routes.ts': 'export const routes = [];',
      'version.ts': 'export const version = 1;',
      'api/order-schema.ts': `import * as z from 'zod/mini';`,
      'api/client.ts': `import {routes} from '../routes.js';\nimport './order-schema.js';`,
      'controllers/watch.ts': `import {Task} from '@lit/task';\nimport type {LitElement} from 'lit';\nimport {x} from '../api/client.js';`,
      'locales/en.ts': `import type {Order} from '../domain/types.js'; export type A = Order;`,
      'templates/field.ts': `import {html} from 'lit';\nimport {type Order} from '../domain/types.js';`,
      'elements/widgets/cr-qr-code.ts': `import {create} from 'qrcode';\nimport {html} from 'lit';`,
      'elements/cr-a.ts': `import {property} from 'lit/decorators.js';\nimport './widgets/cr-qr-code.js';\nimport '../templates/field.js';\nimport '../controllers/watch.js';`,
      'proxy/node/index.ts': `import {createServer} from 'node:http';\nimport {createProxy} from '../handler.js';`,
      'proxy/handler.ts': `import './core/a.js'; export const createProxy = 1;`,
      'proxy/core/a.ts': `import '../../routes.js';`,
      'proxy/cli/connect.ts': `import type {Redis} from 'ioredis'; export type A = Redis;\nimport '../../version.js';`,
      'proxy/index.ts': `import * as z from 'zod/mini';\nexport {routes} from '../routes.js';`,
      'sandbox/index.ts': `import type {Order} from '../domain/types.js'; export type A = Order;`,
      'sandbox/node.ts': `import {serve} from '@hono/node-server';\nimport {createServer} from 'node:http';`,
      'element.ts': `export {CrA} from './elements/cr-a.js';`,
      'index.ts': `export * from './element.js';\nimport './version.js';`,
      'one-file.ts': `export * from './index.js';`,
    });
    assert.deepEqual(violations, []);
  });

  test('report a wrong import in each of these files, rings of files, and nothing besides', () => {
    const folders = [
      'api',
      'controllers',
      'domain',
      'elements',
      'elements/steps',
      'proxy',
      'proxy/middleware',
      'sandbox',
    ];
    const targets = folders.map(folder => [`${folder}/target.ts`, 'export type A = 1; export const b = 1;']);
    const violations = violationsIn({
      ...Object.fromEntries(targets),
      ...Object.fromEntries(WRONG.map(([file, text]) => [file, text])),
      'domain/a.ts': `import './b.js'; export type A = 1;`,
      'domain/b.ts': `import type {C} from './c.js'; export type B = C;`,
      'domain/c.ts': `import './a.js'; export type C = 1;`,
      'domain/d.ts': `import './a.js';`,
      'domain/text.ts': `// import '../api/a.js';\nconst a = "import '../api/a.js'"; const b = \`import('zod')\`;`,
    });
    const isRing = (violation: string) => violation.startsWith('no circle: ');
    assert.deepEqual(
      violations.filter(violation => !isRing(violation)).sort(),
      WRONG.map(([, , violation]) => violation).sort(),
    );
    const rings = violations.filter(isRing);
    assert.ok(rings.length > 0);
    assert.deepEqual(
      rings.filter(ring => !/^no circle: domain\/[abc]\.ts -> domain\/[abc]\.ts$/.test(ring)),
      [],
    );
  });

  test('fail on a folder without sources, which cannot be what was meant', () => {
    assert.notEqual(runIn(projectOf({}), 'depcruise', ['src']).status, 0);
  });
});

/** Files with one wrong import each, and its report: `rule: file -> target`. */
const WRONG: readonly (readonly [file: string, text: string, violation: string])[] = [
  // An arrow that points back.
  ['domain/back.ts', `\nimport '../api/target.js';`, 'domain: domain/back.ts -> api/target.ts'],
  ['api/back.ts', `let a: import('../elements/target.js').A;`, 'api: api/back.ts -> elements/target.ts'],
  [
    'domain/re-export.ts',
    `export * from '../api/target.js';`,
    'domain: domain/re-export.ts -> api/target.ts',
  ],
  // A package that the folder may not use, or one whose name begins like one that it may.
  ['elements/zod.ts', `import * as z from 'zod/mini';`, 'elements: elements/zod.ts -> zod'],
  ['domain/lit.ts', `export {nothing} from 'lit';`, 'domain: domain/lit.ts -> lit'],
  ['domain/hash.ts', `import {base58} from '@scure/base';`, 'domain: domain/hash.ts -> @scure/base'],
  ['styles/lit-html.ts', `import 'lit-html';`, 'styles: styles/lit-html.ts -> lit-html'],
  // Values where only types may be imported.
  [
    'locales/value.ts',
    `import {b} from '../domain/target.js';`,
    'locales, types only: locales/value.ts -> domain/target.ts',
  ],
  [
    'locales/both.ts',
    `import {type A, b} from '../domain/target.js';`,
    'locales, types only: locales/both.ts -> domain/target.ts',
  ],
  [
    'controllers/value.ts',
    `import {html} from 'lit';`,
    'controllers, types only: controllers/value.ts -> lit',
  ],
  [
    'sandbox/value.ts',
    `import {b} from '../domain/target.js';`,
    'sandbox, types only: sandbox/value.ts -> domain/target.ts',
  ],
  ['proxy/value.ts', `import {b} from '../domain/target.js';`, 'proxy: proxy/value.ts -> domain/target.ts'],
  // The browser's part in the server's and the other way round.
  ['sandbox/api.ts', `import type {A} from '../api/target.js';`, 'sandbox: sandbox/api.ts -> api/target.ts'],
  [
    'elements/sandbox.ts',
    `const a = () => import('../sandbox/target.js');`,
    'elements: elements/sandbox.ts -> sandbox/target.ts',
  ],
  ['index.ts', `import './proxy/target.js';`, 'index.ts: index.ts -> proxy/target.ts'],
  // A layer of the proxy that reaches up.
  [
    'proxy/core/up.ts',
    `import '../middleware/target.js';`,
    'proxy/core: proxy/core/up.ts -> proxy/middleware/target.ts',
  ],
  // Node outside of the entries for Node.
  ['proxy/crypto.ts', `import {createHmac} from 'node:crypto';`, 'proxy: proxy/crypto.ts -> crypto'],
  ['sandbox/server.ts', `import '@hono/node-server';`, 'sandbox: sandbox/server.ts -> @hono/node-server'],
  // A widget that knows a step or the checkout.
  [
    'elements/widgets/step.ts',
    `import '../steps/target.js';`,
    'elements/widgets: elements/widgets/step.ts -> elements/steps/target.ts',
  ],
  [
    'elements/widgets/flow.ts',
    `import '../../controllers/target.js';`,
    'elements/widgets: elements/widgets/flow.ts -> controllers/target.ts',
  ],
  // Files without an area, and paths outside of `src`.
  ['routes.ts', `import type {A} from './domain/target.js';`, 'routes.ts: routes.ts -> domain/target.ts'],
  ['domain/outside.ts', `import '../../package.json';`, 'domain: domain/outside.ts -> package.json'],
  ['domain/missing.ts', `import './nowhere.js';`, 'known module: domain/missing.ts -> ./nowhere.js'],
  ['utils/target.ts', `import '../domain/target.js';`, 'known area: utils/target.ts -> domain/target.ts'],
  // Banned modules.
  [
    'elements/raw.ts',
    `import {unsafeHTML} from 'lit/directives/unsafe-html.js';`,
    'no raw HTML: elements/raw.ts -> lit',
  ],
  [
    'elements/static.ts',
    `import {html} from 'lit/static-html.js';`,
    'no raw HTML: elements/static.ts -> lit',
  ],
  [
    'elements/define.ts',
    `import 'lit/decorators/custom-element.js';`,
    'no decorator that defines an element: elements/define.ts -> lit',
  ],
];

describe('the linter', () => {
  let report = '';
  before(() => {
    const folder = projectOf({
      'elements/define.ts': `import {customElement as c} from 'lit/decorators.js';\n\nc('cr-a');\n`,
      'domain/b.ts': 'export const b = 1;\n',
      'domain/without.ts': `import './b';\n`,
      'domain/other.ts': `import './b.ts';\n`,
      'domain/right.ts': `import './b.js';\n`,
    });
    const {stdout, stderr} = runIn(folder, 'biome', ['check', '--reporter=github', 'src']);
    report = stdout + stderr;
  });

  for (const file of ['elements/define.ts', 'domain/without.ts', 'domain/other.ts'])
    test(`refuses the import of ${file}`, () => assert.match(report, new RegExp(`file=\\S*/src/${file},`)));

  test('takes a path in .js', () => assert.doesNotMatch(report, /domain\/right/));
});

/** Makes a project of these files in `src`, with our configurations and packages. */
function projectOf(tree: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  folders.push(folder);
  for (const name of ['biome.json', 'tsconfig.json', 'package.json'])
    copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  // Finds the packages through their link.
  const config = pathToFileURL(join(root, '.dependency-cruiser.mjs')).href;
  const options = '{...config.options, preserveSymlinks: true}';
  writeFileSync(
    join(folder, '.dependency-cruiser.mjs'),
    `import config from '${config}';\nexport default {...config, options: ${options}};\n`,
  );
  mkdirSync(join(folder, 'src'));
  for (const [name, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, 'src', name)), {recursive: true});
    writeFileSync(join(folder, 'src', name), text);
  }
  return folder;
}

/** Returns the violations in these files as `rule: file -> target`, by the names of packages. */
function violationsIn(tree: Tree): readonly string[] {
  const {stdout, stderr} = runIn(projectOf(tree), 'depcruise', ['--output-type', 'json', 'src']);
  assert.equal(stderr, '');
  const {summary} = JSON.parse(stdout) as {
    summary: {violations: {rule: {name: string}; from: string; to: string}[]};
  };
  const short = (path: string) =>
    /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.replace(/^src\//, '');
  return summary.violations.map(({rule, from, to}) => `${rule.name}: ${short(from)} -> ${short(to)}`);
}

function runIn(folder: string, program: string, words: readonly string[]) {
  return spawnSync(join(root, 'node_modules/.bin', program), words, {cwd: folder, encoding: 'utf8'});
}
