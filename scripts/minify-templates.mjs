/**
 * Takes indentation and comments out of the HTML and CSS templates of our own sources, which no minifier of JavaScript
 * touches: it is a hundredth of what a page loads. Packages are left as they are. Of white space in HTML one space always
 * stays: a template is put between others, and a space at its end, or beside a custom element, divides words.
 */
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {defaultMinifyOptions, minifyHTMLLiterals} from '@literals/html-css-minifier';

const src = fileURLToPath(new URL('../src', import.meta.url)).replace(/[^\w/-]/g, '\\$&');

/** Our own sources with templates, in the syntax that JavaScript and Go, which is esbuild's, have in common. */
const TEMPLATES = new RegExp(`^${src}[/\\\\](?:elements|templates|styles)[/\\\\].*\\.ts$`);

const minifyOptions = {...defaultMinifyOptions, conservativeCollapse: true};

/** Returns a source whose templates are shorter, with its map; `null` for one without any. */
export const minify = (code, fileName) => minifyHTMLLiterals(code, {fileName, minifyOptions});

/** Plugin for Vite. */
export const viteTemplates = {
  name: 'minify-templates',
  transform: {filter: {id: TEMPLATES}, handler: minify},
};

/** Plugin for esbuild. */
export const esbuildTemplates = {
  name: 'minify-templates',
  setup({onLoad}) {
    onLoad({filter: TEMPLATES}, async ({path}) => {
      const source = await readFile(path, 'utf8');
      const minified = await minify(source, path);
      return {contents: minified?.code ?? source, loader: 'ts'};
    });
  },
};
