/**
 * Takes white space and comments out of the HTML and CSS templates of our own sources, which no minifier of JavaScript
 * touches: indentation is a hundredth of what a page loads. Packages are left as they are.
 */
import {readFile} from 'node:fs/promises';
import {minifyHTMLLiterals} from '@literals/html-css-minifier';

/** Our own sources with templates. */
const TEMPLATES = /^(?!.*node_modules).*[/\\]src[/\\](?:elements|templates|styles)[/\\].*\.ts$/;

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
