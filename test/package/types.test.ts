/** Checks TypeScript's findings in a page with the installed package; it must refuse each wrong line. */
import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import ts from 'typescript';
import {projectWith} from './support/project.js';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

const PAGE = `
      import 'cr-checkout';
      import type {CheckoutState} from 'cr-checkout';
      const checkout = document.querySelector('cr-checkout')!;
      checkout.proxyUrl = '/api';
      checkout.theme = 'dark';
      checkout.fetch = (request, init) => fetch(request, init);
      const state: CheckoutState = checkout.state;
      checkout.addEventListener('cr-done', event => void event.detail.orderId.toUpperCase());
      document.addEventListener('cr-error', event => void (event.detail.status ?? 0).toFixed());
      window.addEventListener('cr-step-change', ({detail}) => void (detail.step === 'done'));
      void state;
`;

for (const exact of [true, false]) {
  test(`elements, properties and events of a plain page have their types, exactOptionalPropertyTypes ${exact}`, () => {
    assert.deepEqual(problems(PAGE, exact), []);
  });
}

test('what is misspelt or of a wrong type is refused', () => {
  const lines = [
    `checkout.proxyURL = '/api';`,
    `checkout.lockCountry = 'yes';`,
    `checkout.theme = 'blue';`,
    `checkout.state.orderID;`,
    `checkout.addEventListener('cr-done', event => event.detail.orderid);`,
    `checkout.addEventListener('cr-done', (event: CustomEvent<{orderId: number}>) => void event);`,
    `document.addEventListener('cr-error', event => event.detail.status.toFixed());`,
    `window.addEventListener('cr-step-change', event => event.detail.step === 'paid');`,
    `checkout.messages = {details: {confirm: (price: number) => 'Buy'}};`,
  ];
  const head = `import 'cr-checkout'; const checkout = document.createElement('cr-checkout');`;
  const found = problems([head, ...lines].join('\n'));
  assert.deepEqual(
    lines.filter((_, index) => !found.some(problem => problem.startsWith(`${index + 2}: `))),
    [],
  );
});

test('the types of a page without a framework ask for none', () => {
  const refused = ['react', 'vue', 'svelte', '@lit/react'];
  const files = filesOf(`import 'cr-checkout'; import 'cr-checkout/element';`);
  const dragged = files.filter(file => refused.some(name => file.includes(`/node_modules/${name}/`)));
  assert.deepEqual(dragged, []);
});

function problems(code: string, exact = true): readonly string[] {
  const program = programOf(code, exact);
  return ts.getPreEmitDiagnostics(program).map(({messageText, file, start}) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

function filesOf(code: string): readonly string[] {
  return programOf(code)
    .getSourceFiles()
    .map(({fileName}) => fileName);
}

function programOf(code: string, exact = true): ts.Program {
  const folder = projectWith({'page.ts': code});
  folders.push(folder);
  return ts.createProgram([join(folder, 'page.ts')], {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    exactOptionalPropertyTypes: exact,
    noEmit: true,
    types: [],
  });
}
