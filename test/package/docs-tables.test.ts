/** Checks that the tables and figures of the documents agree with the code. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';
import type {ErrorCode} from '../../src/api/errors.js';
import {EventReporter} from '../../src/elements/event-reporter.js';
import {en} from '../../src/locales/en.js';
import {createProxy, type ProxyOptions} from '../../src/proxy/index.js';
import {routes} from '../../src/routes.js';
import {controlActions, createSandbox, scenarios} from '../../src/sandbox/index.js';
import {codes, table, textOf} from './support/documents.js';
import {root} from './support/project.js';

interface Named {
  readonly name: string;
}

interface Element {
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly slots: readonly Named[];
}

const source = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(source('custom-elements.json')) as {
  modules: {declarations?: Element[]}[];
};
const element = manifest.modules
  .flatMap(module => module.declarations ?? [])
  .find(({tagName}) => tagName === 'cr-checkout')!;
const names = (list: readonly Named[]) => list.map(({name}) => name).sort();
/** Returns the first code of each row's first cell. */
const firsts = (header: string) => table(header).map(([cell]) => codes(cell)[0] ?? '');
const sorted = (list: readonly string[]) => [...list].sort();

describe('the tables of the element', () => {
  test('list its attributes', () => {
    assert.deepEqual(sorted(firsts('Attribute')), names(element.attributes));
  });

  test('list its events', () => {
    assert.deepEqual(sorted(firsts('Event')), names(element.events));
  });

  test('list its parts', () => {
    assert.deepEqual(sorted(table('Parts').flatMap(([cell]) => codes(cell))), names(element.cssParts));
  });

  test('list its slots', () => {
    assert.deepEqual(sorted(firsts('Slot')), names(element.slots));
  });

  test('list its custom properties with the defaults of the tokens', () => {
    assert.deepEqual(sorted(firsts('Custom property')), names(element.cssProperties));
    const tokens = source('src/styles/tokens.ts');
    for (const [property, , documented] of table('Custom property')) {
      const name = codes(property)[0] ?? '';
      const [, value = ''] = new RegExp(`var\\(${name}, (.*)\\);`).exec(tokens) ?? [];
      const colours = [...value.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour);
      if (colours.length > 0) assert.deepEqual(codes(documented), colours, name);
      else assert.ok(value.startsWith(codes(documented)[0] ?? 'nothing'), name);
    }
  });

  test('list what its state holds', () => {
    const inner = /interface CheckoutState \{([^}]*)\}/.exec(source('src/elements/checkout-state.ts'))?.[1];
    const fields = [...(inner ?? '').matchAll(/readonly (\w+)\??:/g)].map(([, name = '']) => name);
    const [, documented = ''] = table('Name').find(([name]) => name === '`state`') ?? [];
    assert.ok(fields.length >= 10);
    assert.deepEqual(sorted(codes(documented)), sorted(fields));
  });
});

describe('the table of errors', () => {
  const rows = table('Code');

  test('lists every code and no other', () => {
    const union = /type ErrorCode =([^;]*);/.exec(source('src/api/errors.ts'))?.[1] ?? '';
    const known = [...union.matchAll(/'(\w+)'/g)].map(([, code = '']) => code);
    assert.ok(known.length >= 10);
    assert.deepEqual(sorted(firsts('Code')), sorted(known));
  });

  test('says whether the buyer has a way on', () => {
    for (const [cell, , , recoverable] of rows) {
      const target = new EventTarget();
      let reported: unknown;
      target.addEventListener('cr-error', event => {
        reported = (event as CustomEvent<{recoverable: boolean}>).detail.recoverable;
      });
      const code = codes(cell)[0] as ErrorCode;
      new EventReporter(Object.assign(target, {requestUpdate: () => {}})).reportError({
        code,
        message: '',
        status: undefined,
      });
      assert.equal(recoverable, reported ? 'yes' : 'no', code);
    }
  });

  test('quotes what the buyer sees as it stands in the English texts', () => {
    const texts = new Set(textsOf(en));
    const quoted = rows.flatMap(([, , seen = '']) =>
      [...seen.matchAll(/(?<=^|\s)_([^_]+)_/g)].map(([, text]) => text),
    );
    assert.ok(quoted.length >= 10);
    assert.deepEqual(
      quoted.filter(text => !texts.has(text ?? '')),
      [],
    );
  });
});

describe('the tables of the proxy', () => {
  test('list the routes that it lets through', () => {
    const documented = table('Route below `basePath`').flatMap(([cell]) => codes(cell));
    const known = Object.values(routes).map(
      ({method, path}) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    assert.deepEqual(sorted(documented), sorted([...known, 'GET /healthz']));
  });

  test('list its options with their defaults', () => {
    const options = source('src/proxy/core/options.ts');
    const inner = /interface ProxyOptions \{([\s\S]*?)\n\}/.exec(options)?.[1] ?? '';
    const known = [...inner.matchAll(/readonly (\w+)\??:/g)].map(([, name = '']) => name);
    assert.ok(known.length >= 10);
    assert.deepEqual(sorted(firsts('Option')), sorted(known));
    for (const [cell, , documented = ''] of table('Option')) {
      const name = codes(cell)[0] ?? '';
      const [, comment = ''] =
        new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*readonly ${name}\\??:`).exec(inner) ?? [];
      const [, value] = /Default `([^`]*)`/.exec(comment) ?? [];
      if (value !== undefined) assert.equal(codes(documented)[0], value, name);
    }
  });

  test('give the times that it waits', () => {
    const [, meaning, documented] = table('Option').find(([cell]) => cell === '`timeouts`') ?? [];
    const inner =
      /interface ProxyTimeouts \{([\s\S]*?)\n\}/.exec(source('src/proxy/core/options.ts'))?.[1] ?? '';
    const known = [...inner.matchAll(/Default (\d+)\.[\s\S]*?readonly (\w+):/g)];
    assert.deepEqual(
      codes(meaning),
      known.map(([, , name]) => name),
    );
    assert.deepEqual(
      codes(documented),
      known.map(([, value]) => value),
    );
  });

  test('call required what it refuses to go without', () => {
    const all: ProxyOptions = {
      partnerId: 'a-partner',
      appVersion: '1',
      secrets: ['a secret for this test only, for nothing else'],
    };
    assert.doesNotThrow(() => createProxy(all));
    for (const [cell, , documented = ''] of table('Option')) {
      if (!documented.startsWith('required')) continue;
      const name = codes(cell)[0] ?? '';
      assert.throws(() => createProxy({...all, [name]: undefined}), TypeError, name);
    }
  });
});

describe('the tables of the sandbox', () => {
  test('list its options', () => {
    const inner =
      /interface SandboxOptions \{([\s\S]*?)\n\}/.exec(source('src/sandbox/sandbox.ts'))?.[1] ?? '';
    const known = [...inner.matchAll(/readonly (\w+)\??:/g)].map(([, name = '']) => name);
    assert.ok(known.length >= 5);
    assert.deepEqual(firsts('Option of `createSandbox`'), known);
  });

  test('list its scenarios', () => {
    const documented = table('E-mail').map(([email, story]) => ({email: codes(email)[0], story}));
    assert.deepEqual(documented, [...scenarios]);
  });

  test('list what can be done to an order', () => {
    const [, documented] = table('Control').find(([cell]) => cell?.includes('{action}')) ?? [];
    assert.deepEqual(codes(documented), [...controlActions]);
  });

  test('name routes that it has, and a fault that it takes', async () => {
    const sandbox = createSandbox();
    for (const [cell, documented] of table('Control')) {
      const [method = '', path = ''] = (codes(cell)[0] ?? '').split(' ');
      if (path.includes('{')) continue;
      const body = method === 'POST' ? (codes(documented)[0] ?? '') : null;
      const response = await sandbox(`http://sandbox.test${path}`, {method, body});
      assert.equal(response.status, 200, `${method} ${path}`);
    }
  });

  test('explain every fault', async () => {
    const answer = await createSandbox()('http://sandbox.test/sandbox/faults', {
      method: 'POST',
      body: '{"fault": "none"}',
    });
    const {message} = (await answer.json()) as {message: string};
    const known = message.replace(/^.*one of |\.$/g, '').split(', ');
    assert.ok(known.length >= 5);
    assert.deepEqual(firsts('Fault'), known);
  });
});

test('the size that the README quotes is the size of the one file, to half a KiB', () => {
  const quoted = /\*\*One tag, one file\.\*\* ([\d.]+) KiB after brotli .*?\(([\d.]+) KiB minified\)/.exec(
    textOf('README.md'),
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

/** Returns every string in a tree of texts. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
