import {mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** What the tests do with a snippet: one of these, or the README has a snippet that nobody tries. */
export type Use =
  | 'shell'
  | 'page'
  | 'module of a page'
  | 'style'
  | 'nginx'
  | 'server'
  | 'handler'
  | 'test file';

export interface Snippet {
  readonly language: string;
  readonly code: string;
  /** Line of the README where it starts. */
  readonly line: number;
  readonly use: Use | undefined;
}

/** Every fenced block of the README, in order. */
export function snippets(): readonly Snippet[] {
  return [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(match => {
    const [, language = '', code = ''] = match;
    const line = readme.slice(0, match.index).split('\n').length + 1;
    return {language, code, line, use: useOf(language, code)};
  });
}

export function snippetsFor(use: Use): readonly Snippet[] {
  return snippets().filter(snippet => snippet.use === use);
}

function useOf(language: string, code: string): Use | undefined {
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

/** The rows of the table whose first column has this header; a cell may hold no `|`. */
export function table(header: string): readonly (readonly string[])[] {
  const lines = readme.split('\n').map(cellsOf);
  const at = lines.findIndex(cells => cells?.[0] === header);
  if (at < 0) throw new Error(`the README has no table "${header}"`);
  const rest = lines.slice(at + 2);
  const end = rest.indexOf(undefined);
  return rest.slice(0, end).filter(cells => cells !== undefined);
}

function cellsOf(line: string): readonly string[] | undefined {
  if (!line.startsWith('|')) return undefined;
  const cells = line.slice(1, -1).split('|');
  return cells.map(cell => cell.trim());
}

/** The texts in backticks of a cell. */
export function codes(cell = ''): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

/** A temporary folder in which `cr-checkout` is installed, with these files in it. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/cr-checkout'));
  for (const [name, text] of Object.entries({'package.json': '{"type": "module"}', ...files})) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A port of loopback on which nothing listened a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
