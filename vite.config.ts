import {fileURLToPath} from 'node:url';
import {minify} from 'terser';
import {defineConfig, type Plugin, Visitor} from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds `dist/cr-checkout.js`, the one file for a script tag, with everything in it but the other languages. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  plugins: [languagesBeside(), inside(), shortTemplates(), lean(), small()],
  build: {
    lib: {entry: path('src/index.ts'), formats: ['es'], fileName: () => 'cr-checkout.js'},
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    license: {fileName: 'cr-checkout.licenses.md'},
    reportCompressedSize: false,
    rolldownOptions: {
      // A server that renders the page imports this file too, and the browser build of lit names these at module level.
      transform: {
        inject: {
          HTMLElement: [path('scripts/dom-stand-in.mjs'), 'HTMLElement'],
          document: [path('scripts/dom-stand-in.mjs'), 'document'],
          customElements: [path('scripts/dom-stand-in.mjs'), 'customElements'],
        },
      },
      output: {
        codeSplitting: false,
        // Vite leaves the whitespace in ES libraries, so that a bundler can read their annotations: nobody bundles this one.
        minify: {codegen: true},
        comments: {annotation: false},
        postBanner: '/*! cr-checkout, MIT. Licences of what is inside: cr-checkout.licenses.md */',
      },
    },
  },
});

/** Leaves `import('./vi.js')` and the like as imports of the files that tsc writes to `dist/locales`. */
function languagesBeside(): Plugin {
  return {
    name: 'languages-beside',
    enforce: 'pre',
    async resolveId(source, importer, {kind}) {
      if (kind !== 'dynamic-import') return null;
      const file = (await this.resolve(source, importer, {skipSelf: true}))?.id ?? '';
      const language = /\/src\/locales\/([\w-]+)\.ts$/.exec(file)?.[1];
      return language && language !== 'en' ? {id: `./locales/${language}.js`, external: true} : null;
    },
  };
}

/**
 * What the npm build fetches when it is needed is inside the one file, where a plain import serves: the bundler would wrap
 * a module that is imported by a call, and all that it imports, in functions (2 % of the file after brotli).
 */
function inside(): Plugin {
  return {
    name: 'inside',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/(?!locales\/).*\.ts$/, code: /await import\(/},
      handler(code) {
        const imports: string[] = [];
        const rest = code.replace(
          /const (\{[^}]+\}) = await (import)\(('[^']+')\);/g,
          (_, names, word, source) => {
            imports.push(`${word} ${names} from ${source};`);
            return '';
          },
        );
        return {code: imports.join('') + rest, map: null};
      },
    },
  };
}

/**
 * Takes the indentation out of lit's templates, where a line break alone says the same to a browser, and what style
 * sheets do not need before a brace and after a colon or comma (1 % of the file after brotli). Lines stay lines, so
 * that the source map stays right.
 */
function shortTemplates(): Plugin {
  return {
    name: 'short-templates',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/.*\.ts$/, code: /\b(?:html|css|svg)`/},
      handler(code) {
        const texts: {start: number; end: number; isStyle: boolean}[] = [];
        new Visitor({
          TaggedTemplateExpression({tag, quasi}) {
            if (tag.type !== 'Identifier' || !/^(?:html|css|svg)$/.test(tag.name)) return;
            for (const {start, end} of quasi.quasis) texts.push({start, end, isStyle: tag.name === 'css'});
          },
        }).visit(this.parse(code, {lang: 'ts'}));
        let short = code;
        for (const {start, end, isStyle} of texts.sort((a, b) => b.start - a.start)) {
          const lines = code.slice(start, end).replace(/[ \t]*\n[ \t]*/g, '\n');
          const text = isStyle ? lines.replace(/\/\*[\s\S]*?\*\/| (?=\{)|(?<=[:,]) /g, '') : lines;
          short = short.slice(0, start) + text + short.slice(end);
        }
        return {code: short, map: null};
      },
    },
  };
}

/** What is cut out of a package: from one text up to another, with something in its place. */
type Cut = readonly [from: string, upTo: string, instead: string];

/**
 * By the end of a module's name: modes, drawing and a choice of modes that this element never asks the QR encoder for; the
 * way around browsers without constructable style sheets, all older than those the element is made for; `live` on anything
 * but properties; promises and stages of a task that nobody waits for.
 */
const CUTS: Readonly<Record<string, readonly Cut[]>> = {
  'lean-qr/index.mjs': [
    [',toString({on:', '}),z=[', ''],
    ['_=a(t=>(o,e)=>{o.push(1,4)', 'u=a(', ''],
    ['d._=!0,d.u=!0;', 'C=()=>({F:', 'const b={multi:c,ascii:d,alphaNumeric:u},'],
    [',"string"==typeof t&&(t=b.auto(', ';for(let n=s', ''],
    ['P.with=', 'export{', ''],
  ],
  'reactive-element/css-tag.js': [
    [';else for(const e of o){const o=document', '},c=', ''],
    ['c=e?t=>t:', ';export', 'c=t=>t'],
  ],
  'lit-html/directives/live.js': [
    ['constructor(r){', 'render(r)', ''],
    ['if(t===r||t===e)return t;', '});export', 'return t===i.element[i.name]?r:(s(i),t)}'],
  ],
  'task/task.js': [
    ['get taskComplete(){', 'constructor(', ''],
    ['hostUpdated(){', 'T(){', ''],
    ['abort(t){1===', 'get value()', ''],
  ],
};

/**
 * Leaves out of packages what is never used here and cannot be shaken off, and lit's words to its own developers (3 % of
 * the file after brotli). Throws when a package is not the one that this was written for.
 */
function lean(): Plugin {
  return {
    name: 'lean',
    transform: {
      filter: {id: /\/node_modules\/(?:lean-qr|lit|lit-html|lit-element|@lit)\//},
      handler(code, id) {
        const [, cuts = []] = Object.entries(CUTS).find(([name]) => id.endsWith(name)) ?? [];
        return {
          code: without(cuts, code, id).replace(/throw Error\((?:[^()]|\([^()]*\))*\)/g, 'throw Error()'),
          map: null,
        };
      },
    },
  };
}

function without(cuts: readonly Cut[], code: string, id: string): string {
  return cuts.reduce((short, [from, upTo, instead]) => {
    const start = short.indexOf(from);
    const end = short.indexOf(upTo, start);
    if (start < 0 || end < 0) throw new Error(`${id} has changed: ${from} is not in it`);
    return short.slice(0, start) + instead + short.slice(end);
  }, code);
}

/** A second pass over what Vite's own minifier has left: half a KiB after brotli. */
function small(): Plugin {
  return {
    name: 'small',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const {code = chunk.code, map} = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: {passes: 3, keep_fargs: false},
          format: {comments: 'some'},
          ...(chunk.map
            ? {sourceMap: {content: JSON.stringify(chunk.map), url: `${chunk.fileName}.map`}}
            : {}),
        });
        chunk.code = code;
        if (chunk.map && map) chunk.map = {...chunk.map, ...JSON.parse(String(map))};
      }
    },
  };
}
