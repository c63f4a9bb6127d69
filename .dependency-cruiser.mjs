/**
 * Import arrows of `src`: elements -> controllers -> api -> domain, with the proxy and the sandbox apart. Checked by
 * `npm run imports`. The first area that matches a file holds for it; beside itself, its files may import `may`, and
 * `types` with `import type` only. Names stand for folders, files, packages (`npm:`) and the modules of Node (`node:`).
 */
const areas = {
  'routes.ts': {},
  'version.ts': {},
  'domain/payment': {may: ['domain', 'npm:@noble/hashes', 'npm:@scure/base']},
  domain: {},
  api: {may: ['domain', 'routes.ts', 'npm:zod']},
  controllers: {may: ['api', 'domain', 'npm:@lit/task'], types: ['locales', 'npm:lit']},
  styles: {may: ['npm:lit']},
  locales: {types: ['domain']},
  templates: {may: ['styles', 'domain', 'locales', 'npm:lit']},
  'elements/widgets': {may: ['templates', 'styles', 'domain', 'locales', 'npm:lit', 'npm:qrcode']},
  elements: {
    may: [
      'controllers',
      'api',
      'domain',
      'templates',
      'styles',
      'locales',
      'version.ts',
      'npm:lit',
      'npm:@lit/task',
    ],
  },
  'element.ts': {may: ['elements', 'version.ts'], types: ['api', 'controllers', 'domain', 'locales']},
  'index.ts': {may: ['element.ts', 'elements', 'version.ts']},
  'one-file.ts': {
    may: [
      'index.ts',
      'elements',
      'styles',
      'locales',
      'npm:lit',
      'npm:@lit/task',
      'npm:zod',
      'npm:@noble/hashes',
      'npm:@scure/base',
      'npm:qrcode',
    ],
  },
  react: {may: ['index.ts', 'npm:react', 'npm:@lit/react'], types: ['elements']},
  'react.ts': {types: ['elements', 'npm:react']},
  'vue.ts': {types: ['elements', 'npm:vue']},
  'svelte.ts': {types: ['elements', 'npm:svelte']},
  'proxy/core': {may: ['routes.ts']},
  'proxy/stores': {may: ['proxy/core', 'npm:lru-cache']},
  'proxy/upstream': {may: ['proxy/core', 'routes.ts', 'npm:eventsource-parser']},
  'proxy/middleware': {
    may: ['proxy/core', 'proxy/stores', 'proxy/upstream', 'routes.ts', 'npm:zod', 'npm:lru-cache'],
  },
  'proxy/node': {may: ['proxy/core', 'proxy/upstream', 'proxy/handler.ts', 'proxy/pipeline.ts', 'node:']},
  'proxy/cli': {may: ['proxy', 'version.ts', 'node:', 'npm:ioredis', 'npm:redis']},
  proxy: {may: ['routes.ts', 'npm:zod']},
  'sandbox/support': {},
  'sandbox/catalogue': {may: ['sandbox/support']},
  'sandbox/scenarios': {may: ['sandbox/support']},
  'sandbox/payment': {may: ['sandbox/scenarios', 'sandbox/catalogue', 'sandbox/support']},
  'sandbox/orders': {may: ['sandbox/payment', 'sandbox/scenarios', 'sandbox/catalogue', 'sandbox/support']},
  'sandbox/faults': {may: ['sandbox/support', 'routes.ts']},
  'sandbox/routes': {
    may: [
      'sandbox/faults',
      'sandbox/orders',
      'sandbox/payment',
      'sandbox/scenarios',
      'sandbox/catalogue',
      'sandbox/support',
      'routes.ts',
    ],
  },
  'sandbox/node.ts': {may: ['sandbox', 'node:', 'npm:@hono/node-server']},
  sandbox: {types: ['domain']},
};

/** Imports that no file may have, whatever its area. */
const banned = [
  {name: 'no circle', from: {}, to: {circular: true}},
  {name: 'known module', from: {}, to: {couldNotResolve: true}},
  {name: 'known area', from: {path: '^src/', pathNot: Object.keys(areas).map(pathOf)}, to: {}},
  {name: 'no raw HTML', from: {}, to: {path: '/(unsafe-(html|svg)|static)[.-]'}},
  {
    name: 'Node outermost',
    from: {path: '^src/proxy/', pathNot: '^src/proxy/(node|cli)/'},
    to: {path: '^src/proxy/(node|cli)/'},
  },
  // It throws when the script is loaded twice.
  {name: 'no decorator that defines an element', from: {}, to: {path: '/decorators/custom-element[.]'}},
];

export default {
  forbidden: [...banned, ...Object.entries(areas).flatMap(rulesOf)].map(rule => ({
    severity: 'error',
    ...rule,
  })),
  options: {
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    doNotFollow: {path: 'node_modules'},
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['types', 'import', 'default']},
  },
};

/** Forbids what is not listed for an area, and values of what is listed for types. */
function rulesOf([name, {may = [], types = []}], index, all) {
  const from = {path: pathOf(name), pathNot: all.slice(0, index).map(([other]) => pathOf(other))};
  const [values, listed] = [
    [name, ...may],
    [name, ...may, ...types],
  ].map(names => names.map(pathOf));
  const builtin = may.includes('node:') ? ['core'] : [];
  const compiledAway = ['type-only', 'type-import'];
  return [
    {name, from, to: {couldNotResolve: false, pathNot: listed, dependencyTypesNot: builtin}},
    {
      name: `${name}, types only`,
      from,
      to: {path: listed, pathNot: values, dependencyTypesNot: compiledAway},
    },
  ];
}

function pathOf(name) {
  if (name.startsWith('npm:')) return `^node_modules/${name.slice(4)}/`;
  return name.endsWith('.ts') ? `^src/${name.replace('.', '[.]')}$` : `^src/${name}/`;
}
