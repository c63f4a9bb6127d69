import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';

import {inside} from './scripts/one-file/inside.js';
import {languagesBeside} from './scripts/one-file/languages-beside.js';
import {lean} from './scripts/one-file/lean.js';
import {shortTemplates} from './scripts/one-file/short-templates.js';
import {small} from './scripts/one-file/small.js';
import {stylesFirst} from './scripts/one-file/styles-first.js';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds `dist/cr-checkout.js`, the one file for a script tag, with everything in it but the other languages. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  plugins: [languagesBeside(), inside(), stylesFirst(), shortTemplates(), lean(), small()],
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
        postBanner: '/*! MIT, see cr-checkout.licenses.md */',
      },
    },
  },
});
