/** Reads the project's documents: their fenced snippets, tables, links and headings. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './project.js';

export interface Document {
  /** Path from the root of the project, such as `docs/proxy.md`. */
  readonly name: string;
  readonly text: string;
}

/** How a test checks a snippet. */
export type Kind =
  | 'shell'
  | 'page'
  | 'module of a page'
  | 'style'
  | 'nginx'
  | 'server'
  | 'handler'
  | 'test file'
  /** Equals the file that the line above it links to. */
  | 'file'
  /** Is part of a file in `demo/apps`. */
  | 'part of an app'
  /** Shows a shape with parts left out; no test runs it. */
  | 'illustration';

export interface Snippet {
  /** Document and line, such as `docs/proxy.md:12`. */
  readonly where: string;
  readonly language: string;
  readonly code: string;
  /** Path from the root of the file that a link right above the snippet shows. */
  readonly file: {readonly label: string; readonly path: string} | undefined;
  /** `undefined` if no test would run it. */
  readonly kind: Kind | undefined;
}

/** Pages with snippets from the apps in `demo/apps`. */
const APP_PAGES: readonly string[] = ['react', 'vue', 'svelte', 'script-tag', 'frameworks', 'dialogs'].map(
  page => `docs/${page}.md`,
);

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
/** Matches a link that stands alone on the line above a fenced block. */
const FILE_LINK = /^\[([^\n]+)\]\(\.\.\/([^)]+)\)\n\n$/m;

export const documents: readonly Document[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
].map(name => ({name, text: readFileSync(join(root, name), 'utf8')}));

/** Lists every fenced block of every document, in order. */
export const snippets: readonly Snippet[] = documents.flatMap(({name, text}) =>
  [...text.matchAll(FENCE)].map(match => {
    const [, language = '', code = ''] = match;
    const before = text.slice(0, match.index);
    const where = `${name}:${before.split('\n').length}`;
    const [, label, path] = FILE_LINK.exec(before.slice(before.lastIndexOf('\n[') + 1)) ?? [];
    const file = label === undefined || path === undefined ? undefined : {label, path};
    return {where, language, code, file, kind: file ? 'file' : kindOf(name, language, code)};
  }),
);

export function snippetsFor(kind: Kind): readonly Snippet[] {
  return snippets.filter(snippet => snippet.kind === kind);
}

function kindOf(document: string, language: string, code: string): Kind | undefined {
  if (language === 'text') return 'illustration';
  if (APP_PAGES.includes(document)) return 'part of an app';
  switch (language) {
    case 'sh':
      return 'shell';
    case 'html':
      return 'page';
    case 'ts':
      return 'module of a page';
    case 'css':
      return 'style';
    case 'nginx':
      return 'nginx';
    case 'js':
      if (code.includes('.listen(')) return 'server';
      if (code.includes('export default')) return 'handler';
      return code.includes("'node:test'") ? 'test file' : undefined;
    default:
      return undefined;
  }
}

/** Returns the text of a document; throws if there is none. */
export function textOf(name: string): string {
  const found = documents.find(document => document.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found.text;
}

/** Returns a document's text without its fenced blocks. */
export function proseOf(text: string): string {
  return text.replace(FENCE, '');
}

/**
 * Returns the rows of the table whose first column has this header. A cell may hold no `|`. Throws unless exactly one
 * document has such a table.
 */
export function table(header: string): readonly (readonly string[])[] {
  const [found, ...others] = documents.flatMap(({text}) => tablesOf(text, header));
  if (!found) throw new Error(`no document has a table "${header}"`);
  if (others.length > 0) throw new Error(`more than one table is headed "${header}"`);
  return found;
}

function tablesOf(text: string, header: string): readonly (readonly (readonly string[])[])[] {
  const lines = text.split('\n').map(cellsOf);
  const starts = lines.flatMap((cells, at) => (cells?.[0] === header ? [at + 2] : []));
  return starts.map(start => {
    const rest = lines.slice(start);
    const end = rest.indexOf(undefined);
    return rest.slice(0, end < 0 ? undefined : end).filter(cells => cells !== undefined);
  });
}

function cellsOf(line: string): readonly string[] | undefined {
  if (!line.startsWith('|')) return undefined;
  const cells = line.slice(1, -1).split('|');
  return cells.map(cell => cell.trim());
}

/** Returns the texts in backticks of a text. */
export function codes(text = ''): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

export interface Link {
  /** Document with the link. */
  readonly document: string;
  /** Document and the link as written. */
  readonly where: string;
  readonly isPicture: boolean;
  readonly text: string;
  /** Address, or path relative to the document, with its fragment. */
  readonly target: string;
}

/** Lists every link and picture of every document. */
export const links: readonly Link[] = documents.flatMap(({name, text}) =>
  [...proseOf(text).matchAll(/(!?)\[([^\]]*(?:\[[^\]]*\][^\]]*)*)\]\(([^)\s]+)\)/g)].map(
    ([whole, mark, label = '', target = '']) => ({
      document: name,
      where: `${name}: ${whole}`,
      isPicture: mark === '!',
      text: label,
      target,
    }),
  ),
);

/** Returns the fragments that a document's headings can be linked by, as GitHub makes them. */
export function anchorsOf(text: string): readonly string[] {
  const seen = new Map<string, number>();
  return [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}
