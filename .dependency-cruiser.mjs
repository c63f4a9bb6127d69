/** Import arrows of `src`: elements -> controllers -> api -> domain, with the proxy and the sandbox apart. `npm run imports` checks them. */
const folder = (...names) => `^src/(${names.join('|')})/`;
const file = (...names) => `^src/(${names.join('|')})[.]ts$`;
const npm = (...names) => `^node_modules/(${names.join('|')})/`;

/** Areas of `src`, the first that matches a file counts; beside itself one may import `may`, and `types` with `import type`. */
const areas = [
  {name: 'routes', path: file('routes', 'version')},
  {
    name: 'payment',
    path: folder('domain/payment'),
    may: [folder('domain'), npm('@noble/hashes', '@scure/base')],
  },
  {name: 'domain', path: folder('domain')},
  {name: 'api', path: folder('api'), may: [folder('domain'), file('routes'), npm('zod', 'lossless-json')]},
  {
    name: 'controllers',
    path: folder('controllers'),
    may: [folder('api', 'domain'), npm('@lit/task')],
    types: [folder('locales'), npm('lit')],
  },
  {name: 'styles', path: folder('styles'), may: [npm('lit')]},
  {name: 'locales', path: folder('locales'), types: [folder('domain')]},
  {name: 'templates', path: folder('templates'), may: [folder('styles', 'domain', 'locales'), npm('lit')]},
  {
    name: 'widgets',
    path: folder('elements/widgets'),
    may: [folder('templates', 'styles', 'domain', 'locales'), npm('lit', 'qrcode')],
  },
  {
    name: 'elements',
    path: folder('elements'),
    may: [
      folder('controllers', 'api', 'domain', 'templates', 'styles', 'locales'),
      file('version'),
      npm('lit', '@lit/task'),
    ],
  },
  {
    name: 'entries',
    path: file('index', 'element', 'one-file'),
    may: [folder('elements'), file('version')],
    types: [folder('api', 'controllers', 'domain', 'locales')],
  },
  {
    name: 'wrapper',
    path: folder('react'),
    may: [file('index'), npm('react', '@lit/react')],
    types: [folder('elements')],
  },
  {
    name: 'types',
    path: file('react', 'vue', 'svelte'),
    types: [folder('elements'), npm('react', 'vue', 'svelte')],
  },
  {
    name: 'proxy on Node',
    path: '^src/proxy/(node|cli)',
    may: [folder('proxy'), file('version'), npm('ioredis', 'redis')],
    usesNode: true,
  },
  {
    name: 'proxy',
    path: folder('proxy'),
    may: [file('routes'), npm('hono', 'lru-cache', 'zod', 'lossless-json', 'eventsource-parser')],
    types: [folder('domain')],
  },
  {
    name: 'sandbox on Node',
    path: '^src/sandbox/node',
    may: [folder('sandbox'), npm('hono', '@hono/node-server')],
    usesNode: true,
  },
  {name: 'sandbox', path: folder('sandbox'), may: [file('routes'), npm('hono')], types: [folder('domain')]},
];

/** What an area may not import, and what it may import only where the compiler drops it. */
function rulesOf({name, path, may = [], types = [], usesNode = false}, index) {
  const from = {path, pathNot: areas.slice(0, index).map(area => area.path)};
  const others = {
    couldNotResolve: false,
    pathNot: [path, ...may, ...types],
    dependencyTypesNot: usesNode ? ['core'] : [],
  };
  const values = {path: types, pathNot: [path, ...may], dependencyTypesNot: ['type-only', 'type-import']};
  return [
    {name, from, to: others},
    ...(types.length > 0 ? [{name: `${name}, types only`, from, to: values}] : []),
  ];
}

export default {
  forbidden: [
    {name: 'no circle', from: {}, to: {circular: true}},
    {name: 'known module', from: {}, to: {couldNotResolve: true}},
    {name: 'known area', from: {path: '^src/', pathNot: areas.map(({path}) => path)}, to: {}},
    {name: 'no raw HTML', from: {}, to: {path: '/(unsafe-(html|svg)|static)[.-]'}},
    // It throws when the script is loaded twice.
    {name: 'no decorator that defines an element', from: {}, to: {path: '/decorators/custom-element[.]'}},
    ...areas.flatMap(rulesOf),
  ].map(rule => ({severity: 'error', ...rule})),
  options: {
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    doNotFollow: {path: 'node_modules'},
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['types', 'import', 'default']},
  },
};
