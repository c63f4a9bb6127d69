import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const code = readFileSync(join(dist, 'cr-checkout.js'), 'utf8');

/** Names that are no addresses (SVG's namespace), and where the element's own links lead when the page sets none. */
const HOSTS = ['www.w3.org', 'www.cryptorefills.com', 'cryptorefills.com', 'help.cryptorefills.com'];

test('the one file imports nothing but the languages beside it', () => {
  const languages = readdirSync(join(dist, 'locales'))
    .filter(name => /^[a-z]{2,3}(-\w+)?\.js$/.test(name) && name !== 'en.js')
    .map(name => `./locales/${name}`);
  assert.ok(languages.length > 0);
  assert.deepEqual(imported().sort(), languages.sort());
});

test('the one file never turns text into code', () => {
  assert.doesNotMatch(code, /\bnew Function\b|\bFunction\(|\beval\(|\bsetTimeout\(['"`]/);
});

test('the one file has nothing of the proxy or the sandbox in it', () => {
  assert.doesNotMatch(code, /x-cr-application|x-cr-version|partnerId/i);
  assert.doesNotMatch(code, /sandbox\.test|\/sandbox\//);
  assert.doesNotMatch(sources().join('\n'), /\/(proxy|sandbox|hono|node-server)\//);
});

test('the one file names no host but those of its links', () => {
  const hosts = [...code.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)].map(([, host]) => host!);
  assert.deepEqual(
    hosts.filter(host => !HOSTS.includes(host)),
    [],
  );
});

test('the one file is made for production', () => {
  assert.doesNotMatch(code, /dev mode|issueWarning|process\.env/);
  assert.ok(!sources().some(source => source.includes('/development/')), 'a development build is inside');
});

test('the one file has a source map and the licences of what is inside', () => {
  assert.match(code, /\/\/# sourceMappingURL=cr-checkout\.js\.map\s*$/);
  assert.ok(sources().some(source => source.endsWith('src/elements/cr-checkout.ts')));
  const licences = readFileSync(join(dist, 'cr-checkout.licenses.md'), 'utf8');
  for (const name of ['lit', '@lit/task', 'qrcode', 'zod']) assert.match(licences, new RegExp(`## ${name} `));
});

test('nothing in dist is left from an earlier build', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const modules = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.js'));
  const orphans = modules.filter(name => !existsSync(join(src, name.replace(/\.js$/, '.ts'))));
  assert.deepEqual(orphans, ['cr-checkout.js']);
});

function sources(): readonly string[] {
  const map = JSON.parse(readFileSync(join(dist, 'cr-checkout.js.map'), 'utf8')) as {sources: string[]};
  return map.sources;
}

/** What the one file imports, statically or when needed. */
function imported(): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    if (from) found.add(from.getText());
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      found.add(argument && ts.isStringLiteralLike(argument) ? argument.text : `computed: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('cr-checkout.js', code, ts.ScriptTarget.Latest, true));
  return [...found];
}
