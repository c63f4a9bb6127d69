/**
 * Takes white space and comments out of the HTML and CSS templates of our own sources, which no minifier of JavaScript
 * touches: indentation is a hundredth of what a page loads. Packages are left as they are.
 */
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {minifyHTMLLiterals} from '@literals/html-css-minifier';

const src = fileURLToPath(new URL('../src', import.meta.url)).replace(/[^\w/-]/g, '\\$&');

/** Our own sources with templates, in the syntax that JavaScript and Go, which is esbuild's, have in common. */
const TEMPLATES = new RegExp(`^${src}[/\\\\](?:elements|templates|styles)[/\\\\].*\\.ts$`);

/** Plugin for Vite. */
export const viteTemplates = {
  name: 'minify-templates',
  transform: {filter: {id: TEMPLATES}, handler: (code, fileName) => minifyHTMLLiterals(code, {fileName})},
};

/** Plugin for esbuild. */
export const esbuildTemplates = {
  name: 'minify-templates',
  setup({onLoad}) {
    onLoad({filter: TEMPLATES}, async ({path}) => {
      const source = await readFile(path, 'utf8');
      const minified = await minifyHTMLLiterals(source, {fileName: path});
      return {contents: minified?.code ?? source, loader: 'ts'};
    });
  },
};
