import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {viteTemplates} from './scripts/minify-templates.mjs';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Stands in for the browser's names that lit uses while it is loaded, so that a server which renders the page can import
 * the one file too. Kept to this file: nothing is put on `globalThis`, and in a browser each name is the browser's own.
 */
const serverStandIns = `
const HTMLElement = globalThis.HTMLElement ?? class {};
const document = globalThis.document ?? {createTreeWalker: () => ({})};
const customElements = globalThis.customElements ?? {get() {}, define() {}};
`;

/** Builds `dist/cr-checkout.js`, the one file for a script tag, with everything in it but the other languages. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  plugins: [viteTemplates],
  resolve: {
    // A module that is imported on demand is wrapped, with all that it imports: in one file that is 2 kB for nothing.
    alias: [
      {find: './load-payment-elements.js', replacement: path('src/elements/bundled-payment-elements.ts')},
    ],
  },
  build: {
    lib: {entry: path('src/one-file.ts'), formats: ['es'], fileName: () => 'cr-checkout.js'},
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    sourcemap: true,
    license: {fileName: 'cr-checkout.licenses.md'},
    reportCompressedSize: false,
    // Two minifiers, as each finds what the other leaves: terser without names first, then rolldown's. Together they save 1.1 kB.
    minify: 'terser',
    terserOptions: {module: true, compress: {passes: 2, inline: 1}, mangle: false},
    rolldownOptions: {
      // The other languages are fetched on demand, from `dist/locales`.
      external: /^\.\/(?!en\.)[a-z]{2}(?:-[A-Z]\w+)?\.js$/,
      output: {
        paths: id => id.replace(/^.*\//, './locales/'),
        sourcemapExcludeSources: true,
        codeSplitting: false,
        banner: serverStandIns,
        minify: true,
        comments: {legal: false, annotation: false, jsdoc: false},
        postBanner: '/*! MIT, see cr-checkout.licenses.md */',
      },
    },
  },
});
