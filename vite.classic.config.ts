import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import oneFile from './vite.config.js';

const {build} = oneFile;
const output = build!.rolldownOptions!.output as {banner: string};

/**
 * Builds `dist/cr-checkout.classic.js`, the one file as a script that is no module (UMD): for theme editors and tag managers that
 * write `<script src>` without a type, and for `require` in test runners and old bundlers. The global is `CrCheckout`.
 */
export default defineConfig({
  ...oneFile,
  build: {
    ...build,
    lib: {
      entry: fileURLToPath(new URL('src/one-file.ts', import.meta.url)),
      name: 'CrCheckout',
      formats: ['umd'],
      fileName: () => 'cr-checkout.classic.js',
    },
    sourcemap: false,
    license: false,
    // A banner would stand outside of the function, where its names are the page's.
    rolldownOptions: {...build!.rolldownOptions, output: {...output, intro: output.banner, banner: ''}},
  },
});
