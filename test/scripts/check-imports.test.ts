import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {test} from 'node:test';

import {findProblems} from '../../scripts/check-imports.mjs';

/** Runs the check over a tree of files made for it. */
function check(tree: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    for (const [name, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, name)), {recursive: true});
      writeFileSync(join(root, name), text);
    }
    return findProblems(root);
  } finally {
    rmSync(root, {recursive: true});
  }
}

test('lets imports through that follow the arrows', () => {
  const problems = check({
    'domain/types.ts': '',
    'domain/order.ts': `import type {Order} from './types.js';`,
    'routes.ts': '',
    'api/client.ts': `import {routes} from '../routes.js';`,
    'controllers/watch.ts': `import {Task} from '@lit/task';\nimport type {LitElement} from 'lit';\nimport {x} from '../api/client.js';`,
    'templates/field.ts': `import {html} from 'lit';\nimport {type Order} from '../domain/types.js';`,
    'elements/cr-a.ts': `import {property} from 'lit/decorators.js';\nconst qr = () => import('lean-qr');\nimport '../templates/field.js';`,
    'proxy/node/index.ts': `import {createServer} from 'node:http';\nimport {createProxy} from '../handler.js';`,
    'proxy/index.ts': `import * as z from 'zod/mini';\nexport {routes} from '../routes.js';`,
    'sandbox/index.ts': `import type {Order} from '../domain/types.js';`,
    'element.ts': `export {CrA} from './elements/cr-a.js';`,
    'index.ts': `export * from './element.js';`,
  });
  assert.deepEqual(problems, []);
});

const wrong: readonly (readonly [name: string, file: string, text: string, problem: RegExp])[] = [
  [
    'an arrow that points back',
    'domain/a.ts',
    `\nimport '../api/b.js';`,
    /^domain\/a\.ts:2: domain may not import api\/b\.ts$/,
  ],
  [
    'a package that the folder may not use',
    'elements/a.ts',
    `import * as v from 'zod';`,
    /may not import 'zod'/,
  ],
  [
    'a package whose name starts like an allowed one',
    'styles/a.ts',
    `import 'lit-html';`,
    /may not import 'lit-html'/,
  ],
  ['a package anywhere in domain', 'domain/a.ts', `export {nothing} from 'lit';`, /may not import 'lit'/],
  [
    'an import for values where only types may be',
    'locales/a.ts',
    `import {b} from '../domain/b.js';`,
    /domain\/b\.ts other than with import type/,
  ],
  [
    'a value beside a type',
    'locales/a.ts',
    `import {type A, b} from '../domain/b.js';`,
    /other than with import type/,
  ],
  [
    'a value of a package meant for types',
    'controllers/a.ts',
    `import {html} from 'lit';`,
    /'lit' other than with import type/,
  ],
  ['a re-export', 'sandbox/a.ts', `export * from '../api/b.js';`, /may not import api\/b\.ts/],
  [
    'a dynamic import',
    'elements/a.ts',
    `const a = () => import('../sandbox/index.js');`,
    /may not import sandbox\/index\.ts/,
  ],
  [
    'an import type in a type',
    'api/a.ts',
    `let a: import('../elements/b.js').B;`,
    /may not import elements\/b\.ts/,
  ],
  ['the proxy in the browser', 'index.ts', `import './proxy/index.js';`, /may not import proxy\/index\.ts/],
  [
    'schemas of the element in the sandbox',
    'sandbox/a.ts',
    `import type {A} from '../api/b.js';`,
    /may not import api\/b\.ts/,
  ],
  [
    'a domain value in the sandbox',
    'sandbox/a.ts',
    `import {b} from '../domain/b.js';`,
    /other than with import type/,
  ],
  [
    'Node outside of the Node entries',
    'proxy/a.ts',
    `import {createHmac} from 'node:crypto';`,
    /may not import 'node:crypto'/,
  ],
  [
    'the Node server outside of the Node entries',
    'sandbox/a.ts',
    `import '@hono/node-server';`,
    /may not import '@hono\/node-server'/,
  ],
  [
    'anything in the list of routes',
    'routes.ts',
    `import type {A} from './domain/a.js';`,
    /routes\.ts may not import domain\/a\.ts/,
  ],
  [
    'the customElement of lit',
    'elements/a.ts',
    `import {customElement as c} from 'lit/decorators.js';`,
    /is banned: it throws when the script is loaded twice/,
  ],
  ['raw HTML', 'elements/a.ts', `import {unsafeHTML} from 'lit/directives/unsafe-html.js';`, /is banned/],
  ['a path without .js', 'domain/a.ts', `import './b.js';`, /'\.\/b' must end in \.js/],
  ['a path with .ts', 'domain/a.ts', `import './b.ts';`, /must end in \.js/],
  ['a path that leaves src', 'domain/a.ts', `import '../../package.js';`, /may not import \.\.\/package\.ts/],
  [
    'a computed dynamic import',
    'locales/a.ts',
    `const load = (name: string) => import(\`./\${name}.js\`);`,
    /cannot be checked/,
  ],
  ['a folder that nobody knows', 'utils/a.ts', `import './b.js';`, /in no folder that/],
];

for (const [name, file, text, problem] of wrong) {
  test(`reports ${name}`, () => {
    const problems = check({[file]: text});
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0]!, problem);
  });
}

test('reports files that import each other in a ring, once', () => {
  const problems = check({
    'domain/a.ts': `import './b.js';`,
    'domain/b.ts': `import type {C} from './c.js';`,
    'domain/c.ts': `import './a.js';`,
    'domain/d.ts': `import './a.js';`,
  });
  assert.deepEqual(problems, [
    'domain/a.ts:1: import cycle: domain/a.ts -> domain/b.ts -> domain/c.ts -> domain/a.ts',
  ]);
});

test('does not take an import in a comment or a string for one', () => {
  const text = `// import '../api/a.js';\nconst a = "import '../api/a.js'";\nconst b = \`import('zod')\`;`;
  assert.deepEqual(check({'domain/a.ts': text}), []);
});

test('fails on a folder without sources, which cannot be what was meant', () => {
  assert.throws(() => check({}), /no TypeScript files/);
});
