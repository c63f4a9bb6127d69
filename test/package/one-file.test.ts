import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {SourceMap} from 'node:module';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {build, type Plugin} from 'vite';
import {minify} from '../../scripts/minify-templates.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const code = readFileSync(join(dist, 'cr-checkout.js'), 'utf8');

/** URLs that are names (SVG's namespace), and the element's own links without settings of the page. */
const HOSTS = [
  'www.w3.org',
  'www.cryptorefills.com',
  'cryptorefills.com',
  'help.cryptorefills.com',
  // Pages of Apple and Android where eSIMs are installed.
  'esimsetup.',
  ...explorers(),
];

test('the one file imports nothing but the languages beside it', () => {
  const languages = readdirSync(join(dist, 'locales'))
    .filter(name => /^[a-z]{2,3}(-\w+)?\.js$/.test(name) && name !== 'en.js')
    .map(name => `./locales/${name}`);
  assert.ok(languages.length > 0);
  assert.deepEqual(imported().sort(), languages.sort());
});

test('the one file defines every element', () => {
  assert.deepEqual(
    tags().filter(tag => !isNamed(tag, code)),
    [],
  );
});

test('a bundler that imports the npm entry keeps the definition of every element', async () => {
  const bundle = await bundled(`import 'cr-checkout';`);
  assert.deepEqual(
    tags().filter(tag => !isNamed(tag, bundle)),
    [],
  );
});

test('a bundler that imports the class alone gets nothing that registers its tag', async () => {
  const bundle = await bundled(`import {CrCheckout} from 'cr-checkout/element'; console.log(CrCheckout);`);
  assert.ok(bundle.includes('proxy-url'));
  const registers = /\b\w+\(["'`]cr-checkout["'`]/;
  assert.doesNotMatch(bundle, registers);
  assert.match(await bundled(`import 'cr-checkout';`), registers);
});

test('a bundler leaves out what an app does not use', async () => {
  const bundle = await bundled(`import {version} from 'cr-checkout/element'; console.log(version);`);
  assert.ok(bundle.length < 500, `${bundle.length} characters are left of the element`);
});

test('the npm entry leaves the QR encoder to be loaded with the elements of an order', () => {
  const names = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.js'));
  const users = names.filter(
    name => name !== 'cr-checkout.js' && imports(name).some(path => /^qrcode(\/|$)/.test(path)),
  );
  assert.ok(users.length > 0);
  const loaded = new Set(['index.js']);
  for (const name of loaded)
    for (const path of imports(name).filter(path => path.startsWith('.')))
      loaded.add(join(dirname(name), path));
  assert.ok(loaded.has('elements/cr-checkout.js'));
  assert.deepEqual(
    users.filter(name => loaded.has(name)),
    [],
  );
});

test('the one file never turns text into code', () => {
  assert.deepEqual(code.match(/\bnew Function\b|\bFunction\(|\beval\(|\bsetTimeout\(['"`]/)?.[0], undefined);
});

test('the one file has nothing of the proxy or the sandbox in it', () => {
  assert.deepEqual(code.match(/x-cr-application|x-cr-version|partnerId/i)?.[0], undefined);
  assert.deepEqual(code.match(/sandbox\.test|\/sandbox\//)?.[0], undefined);
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
  assert.deepEqual(code.match(/dev mode|issueWarning|process\.env/)?.[0], undefined);
  assert.ok(!sources().some(source => source.includes('/development/')), 'a development build is inside');
});

test('the one file has a source map and the licences of what is inside', () => {
  assert.ok(/\/\/# sourceMappingURL=cr-checkout\.js\.map\s*$/.test(code));
  assert.ok(sources().includes('../src/elements/cr-checkout.ts'));
  const licences = readFileSync(join(dist, 'cr-checkout.licenses.md'), 'utf8');
  for (const name of ['lit', '@lit/task', 'zod', 'qrcode', '@noble/hashes', '@scure/base'])
    assert.match(licences, new RegExp(`## ${name} `));
});

test('the source map leads from a text in the one file to its line', () => {
  const {findEntry} = sourceMap();
  for (const [text, file] of Object.entries({USER_WALLET: 'order-body', 'solscan.io': 'solana'})) {
    const before = code.slice(0, code.indexOf(text)).split('\n');
    const {originalSource, originalLine} = findEntry(before.length - 1, before.at(-1)!.length);
    assert.match(originalSource, new RegExp(`/${file}\\.ts$`));
    const line = readFileSync(join(dist, originalSource), 'utf8').split('\n')[originalLine];
    assert.ok(line?.includes(text), `${text} is not in ${originalSource}:${originalLine + 1}`);
  }
});

test('the source map names files of src, or those of packages', () => {
  const missing = sources().filter(source => !existsSync(join(dist, source)));
  assert.deepEqual(missing, []);
  const outside = sources().filter(source => !source.startsWith('../src/') && !isPackage(source));
  assert.deepEqual(outside, []);
});

test('the one file is what Vite makes of packages as they are installed', async () => {
  const read = new Map<string, string>();
  const probe: Plugin = {
    name: 'probe',
    enforce: 'post',
    transform: (text, id) => void (isPackage(id) && read.set(id, text)),
  };
  const {output} = (await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'silent',
    plugins: [probe],
    build: {write: false},
    root,
  }).then(result => (Array.isArray(result) ? result[0] : result))) as {output: {code?: string}[]};
  assert.equal(output.find(chunk => chunk.code)?.code, code, 'dist is not built by vite.config.ts alone');
  assert.ok([...read.keys()].some(id => id.includes('/lit-html/')));
  const changed = [...read].filter(([id, text]) => readFileSync(id, 'utf8') !== text);
  assert.deepEqual(
    changed.map(([id]) => id),
    [],
  );
});

test('templates keep a space between words, at their ends and beside custom elements too', async () => {
  const source = 'html`<b>a</b>  `; html`\n b <cr-x></cr-x>\n  words <i>c</i>`;';
  const minified = await minify(source, 'templates.js');
  assert.equal(minified!.code, 'html`<b>a</b> `; html` b <cr-x></cr-x> words <i>c</i>`;');
});

test('the one file has every member of the classes and functions of lit in it', () => {
  const own = members(code);
  // Bundlers drop the decorators that are not used: each is a function.
  const modules = sources().filter(source =>
    /\/(?:lit|lit-element|lit-html|@lit)\/(?!.*decorators\/)/.test(source),
  );
  assert.ok(modules.length > 5);
  // Values of enumerations, of which minifiers leave the numbers, and the mark of hydrated parts.
  const unused = /^[A-Z]{3,}(_[A-Z]+)*$|^_\$AQ$/;
  for (const module of modules) {
    const missing = [...members(readFileSync(join(dist, module), 'utf8'))].filter(name => !own.has(name));
    assert.deepEqual(
      missing.filter(name => !unused.test(name)),
      [],
      module,
    );
  }
});

test('nothing in dist is left from an earlier build', () => {
  const src = join(root, 'src');
  const modules = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.js'));
  const orphans = modules.filter(name => !existsSync(join(src, name.replace(/\.js$/, '.ts'))));
  const entries = ['proxy/index', 'proxy/node/index', 'sandbox/index', 'sandbox/node'];
  assert.deepEqual(orphans.sort(), [
    ...entries.map(name => `cjs/${name}.js`),
    'cr-checkout.classic.js',
    'cr-checkout.js',
  ]);
});

/** Returns the hosts that transactions link to. */
function explorers(): readonly string[] {
  const folder = join(root, 'src/domain/payment/chains');
  const code = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
  return [...code.join().matchAll(/'https:\/\/([\w.-]+)\/|`https:\/\/([\w.-]+)\//g)].map(
    ([, a, b]) => (a ?? b)!,
  );
}

/** Returns the static imports of a module of dist, without its dynamic ones. */
function imports(name: string): readonly string[] {
  const {statements} = ts.createSourceFile(
    name,
    readFileSync(join(dist, name), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  return statements.flatMap(node => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    return from && ts.isStringLiteral(from) ? [from.text] : [];
  });
}

/** Bundles an app; returns its files. */
async function bundled(app: string): Promise<string> {
  const {output} = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {name: 'app', resolveId: id => (id === 'app' ? id : null), load: id => (id === 'app' ? app : null)},
    ],
    build: {write: false, minify: false, modulePreload: false, rolldownOptions: {input: 'app'}},
    root,
  })) as {output: {code?: string}[]};
  return output.map(chunk => chunk.code ?? '').join('\n');
}

/** Lists the tags of the element and its inner elements. */
function tags(): readonly string[] {
  const names = readdirSync(join(root, 'src/elements')).map(name => /^(cr-[a-z-]+)\.ts$/.exec(name)?.[1]);
  return names.filter(name => name !== undefined);
}

/** Returns whether a tag is in quotes, as in its definition, and not only in a template. */
function isNamed(tag: string, text: string): boolean {
  return ["'", '"', '`'].some(quote => text.includes(quote + tag + quote));
}

function sourceMap() {
  const map = new SourceMap(JSON.parse(readFileSync(join(dist, 'cr-checkout.js.map'), 'utf8')));
  const findEntry = (line: number, column: number) => {
    const found = map.findEntry(line, column);
    assert.ok('originalSource' in found, `nothing is known of ${line}:${column}`);
    return found;
  };
  return {sources: map.payload.sources, findEntry};
}

function isPackage(path: string): boolean {
  return path.includes('/node_modules/');
}

/** Returns the names of all members that a script reads or defines, which a minifier keeps. */
function members(script: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node))
      names.add(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true));
  return names;
}

function sources(): readonly string[] {
  return sourceMap().sources;
}

/** Returns the imports of the one file, static and dynamic. */
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
