/** Checks which folder of `src` imports which, and that no two files import each other, however long the way round. */
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, posix, relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

/**
 * What each folder, or file at the top of `src`, may import. A path that names a file goes before its folder's. `types`
 * are imported with `import type` only; a package stands for its subpaths too.
 */
const rules = {
  domain: {folders: ['domain']},
  'routes.ts': {},
  'version.ts': {},
  api: {folders: ['api', 'domain', 'routes.ts']},
  controllers: {
    folders: ['controllers', 'api', 'domain'],
    packages: ['@lit/task'],
    types: ['lit', 'locales'],
  },
  styles: {folders: ['styles'], packages: ['lit']},
  locales: {folders: ['locales'], types: ['domain']},
  templates: {folders: ['templates', 'styles', 'domain', 'locales'], packages: ['lit']},
  elements: {
    folders: ['elements', 'controllers', 'api', 'domain', 'templates', 'styles', 'locales', 'version.ts'],
    packages: ['lit', '@lit/task', 'lean-qr'],
  },
  'element.ts': {folders: ['elements', 'version.ts'], types: ['api', 'controllers', 'domain', 'locales']},
  'index.ts': {
    folders: ['element.ts', 'elements', 'version.ts'],
    types: ['api', 'controllers', 'domain', 'locales'],
  },
  react: {folders: ['index.ts'], packages: ['react', '@lit/react'], types: ['elements']},
  'react.ts': {types: ['elements', 'react']},
  'vue.ts': {types: ['elements', 'vue']},
  'svelte.ts': {types: ['elements', 'svelte']},
  'proxy/core': {folders: ['proxy/core', 'routes.ts']},
  'proxy/stores': {folders: ['proxy/core', 'proxy/stores'], packages: ['lru-cache']},
  'proxy/upstream': {
    folders: ['proxy/core', 'proxy/upstream', 'routes.ts'],
    packages: ['eventsource-parser'],
  },
  'proxy/middleware': {
    folders: ['proxy/core', 'proxy/stores', 'proxy/upstream', 'proxy/middleware', 'routes.ts'],
    packages: ['zod', 'lossless-json', 'lru-cache'],
  },
  proxy: {
    folders: [
      'proxy/core',
      'proxy/stores',
      'proxy/upstream',
      'proxy/middleware',
      'proxy/handler.ts',
      'proxy/pipeline.ts',
      'proxy/validate-options.ts',
      'routes.ts',
    ],
    packages: ['zod'],
  },
  'proxy/node': {
    folders: ['proxy/core', 'proxy/upstream', 'proxy/node', 'proxy/handler.ts', 'proxy/pipeline.ts'],
    packages: ['node:'],
  },
  'proxy/cli/connect-redis.ts': {folders: ['proxy'], packages: ['ioredis', 'redis']},
  'proxy/cli': {folders: ['proxy', 'version.ts'], packages: ['node:']},
  'sandbox/support': {folders: ['sandbox/support']},
  'sandbox/catalogue': {folders: ['sandbox/catalogue', 'sandbox/support']},
  'sandbox/scenarios': {folders: ['sandbox/scenarios', 'sandbox/support']},
  'sandbox/payment': {
    folders: ['sandbox/payment', 'sandbox/scenarios', 'sandbox/catalogue', 'sandbox/support'],
  },
  'sandbox/orders': {
    folders: [
      'sandbox/orders',
      'sandbox/payment',
      'sandbox/scenarios',
      'sandbox/catalogue',
      'sandbox/support',
    ],
  },
  'sandbox/faults': {folders: ['sandbox/faults', 'sandbox/support', 'routes.ts']},
  'sandbox/routes': {
    folders: [
      'sandbox/routes',
      'sandbox/faults',
      'sandbox/orders',
      'sandbox/payment',
      'sandbox/scenarios',
      'sandbox/catalogue',
      'sandbox/support',
      'routes.ts',
    ],
  },
  'sandbox/node.ts': {folders: ['sandbox'], packages: ['@hono/node-server', 'node:']},
  sandbox: {folders: ['sandbox'], types: ['domain']},
};

/** Modules, or `module#name` for one export, that nobody may import, and what to do instead. */
const banned = {
  'lit/decorators.js#customElement':
    'it throws when the script is loaded twice: define the element beside the others',
  'lit/decorators/custom-element.js':
    'it throws when the script is loaded twice: define the element beside the others',
  'lit/directives/unsafe-html.js': "turn the API's HTML into plain text where it is parsed",
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = findProblems(fileURLToPath(new URL('../src', import.meta.url)));
  for (const problem of problems) console.error(`src/${problem}`);
  console.log(`${problems.length} wrong imports`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/** What is wrong with the imports of the TypeScript files below a folder, one line each: `file:line: problem`. */
export function findProblems(root) {
  const files = readdirSync(root, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && /\.[mc]?tsx?$/.test(entry.name))
    .map(entry =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
  if (files.length === 0) throw new Error(`no TypeScript files in ${root}`);
  const imports = new Map(files.map(file => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]));
  return [
    ...files.flatMap(file => imports.get(file).flatMap(each => problemsOf(file, each))),
    ...cycles(imports),
  ];
}

/** Every import, export from, dynamic import and import type of a file, with its line. */
function importsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, specifier, typeOnly, names = []) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const target = specifier.startsWith('.') ? posix.join(dirname(file), specifier) : undefined;
    found.push({line, specifier, typeOnly, names, target: target?.replace(/\.js$/, '.ts')});
  };
  const visit = node => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const bindings = clause?.namedBindings;
      const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
      add(node, node.moduleSpecifier.text, areTypes(clause, elements), namesOf(elements));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const elements =
        node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
      add(node, node.moduleSpecifier.text, areTypes(node, elements), namesOf(elements));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(node, argument.text, false);
      else found.push({line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, computed: true});
    } else if (ts.isImportTypeNode(node)) {
      add(node, node.argument.literal.text, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether an import or export vanishes when it is compiled: all of it, or each of its names, is a type. */
function areTypes(clause, elements) {
  if (clause?.isTypeOnly) return true;
  return elements.length > 0 && !clause.name && elements.every(element => element.isTypeOnly);
}

function namesOf(elements) {
  return elements.map(element => (element.propertyName ?? element.name).text);
}

function problemsOf(file, {line, specifier, typeOnly, names, target, computed}) {
  const at = `${file}:${line}:`;
  if (computed)
    return [`${at} import() of something that is not a plain string cannot be checked or bundled`];
  const ban = banned[specifier] ?? names.map(name => banned[`${specifier}#${name}`]).find(Boolean);
  if (ban) return [`${at} '${specifier}' is banned: ${ban}`];
  const area = areaOf(file);
  if (!area) return [`${at} ${file} is in no folder that scripts/check-imports.mjs knows`];
  const {folders = [], packages = [], types = []} = rules[area];
  const allowed = [...folders, ...packages, ...(typeOnly ? types : [])];
  if (target === undefined) {
    const listed = allowed.some(
      name => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
    return listed ? [] : [`${at} ${area} may not import '${specifier}'${hint(types, nameOf(specifier))}`];
  }
  if (!specifier.endsWith('.js')) return [`${at} '${specifier}' must end in .js`];
  if (allowed.some(name => target === name || target.startsWith(`${name}/`))) return [];
  return [`${at} ${area} may not import ${target}${hint(types, target.split('/')[0])}`];
}

function hint(types, name) {
  return types.includes(name) ? ' other than with import type' : '';
}

/** The package of a module: `lit` of `lit/decorators.js`, `@lit/task` of itself. */
function nameOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The longest key of `rules` that is the file or one of its folders. */
function areaOf(file) {
  const parts = file.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/')).reverse();
  return paths.find(path => path in rules);
}

/** One line for each ring of files that import each other. */
function cycles(imports) {
  const done = new Set();
  const found = [];
  const visit = (file, path) => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push(`${file}:1: import cycle: ${[...path.slice(start), file].join(' -> ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const {target} of imports.get(file) ?? []) if (target) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}
