import {join} from 'node:path';
import type {Edit, Edits} from './develop.js';
import {developRendered, developVite, type Site, serveFiles, serveNext} from './site.js';
import {type Wrong, wrong} from './wrong.js';

/** Describes one of demo/apps, and how it is tested. */
export interface App {
  readonly name: string;
  /** Files of mistakes, and the program that must find them. */
  readonly wrong?: Wrong;
  readonly check?: readonly [string, ...string[]];
  /** Serves its build. */
  readonly serve: (folder: string) => Promise<Site>;
  /** Whether it keeps the checkout while another page is shown. */
  readonly keepsAlive?: boolean;
  /** Serves it in development, for edits. */
  readonly develop?: (folder: string) => Promise<Site>;
  readonly edits?: Edits;
}

const built = (folder: string) => serveFiles(join(folder, 'dist'));
const asItIs = (folder: string) => serveFiles(join(folder, 'public'));

const edit = (file: string, ...changes: Edit['changes']): Edit => ({file, changes});
const messages = (folder: string) =>
  edit(`${folder}/messages.ts`, ['Cards for your coins', 'Coins into cards']);
const slot = (file: string) => edit(file, ['Ten percent', 'Twelve percent']);
const listener = (file: string) => edit(file, ['is delivered.', 'has arrived.'], ['About', 'About us']);

const react: Edits = {
  messages: messages('src'),
  slot: slot('src/app.tsx'),
  listener: listener('src/app.tsx'),
  keeps: true,
};

/** Apps in the order of their installation. React's StrictMode mounts twice in development. */
export const APPS: readonly App[] = [
  {name: 'react19', wrong: wrong.react19, serve: built, develop: developVite, edits: react},
  {
    name: 'next',
    wrong: wrong.next,
    check: ['node_modules/.bin/tsc'],
    serve: serveNext,
    develop: folder => serveNext(folder, 'dev'),
    edits: {
      messages: messages('app'),
      slot: slot('app/shop.tsx'),
      listener: edit(
        'app/shop.tsx',
        ['is delivered.', 'has arrived.'],
        ['Twelve percent', 'Thirteen percent'],
      ),
      keeps: true,
    },
  },
  {name: 'react18', wrong: wrong.react18, serve: built, develop: developVite, edits: react},
  {
    name: 'vue',
    wrong: wrong.vue,
    serve: built,
    keepsAlive: true,
    develop: folder => developRendered(folder, 'vue'),
    edits: {
      messages: messages('src'),
      slot: slot('src/shop.vue'),
      listener: listener('src/app.vue'),
      keeps: true,
    },
  },
  {
    name: 'svelte',
    wrong: wrong.svelte,
    check: ['npm', 'run', '-s', 'check', '--', '--output', 'machine'],
    serve: built,
    develop: folder => developRendered(folder, 'svelte'),
    edits: {
      messages: messages('src'),
      slot: slot('src/App.svelte'),
      listener: listener('src/App.svelte'),
      keeps: false,
    },
  },
  {name: 'solid', serve: built},
  {name: 'sveltekit', serve: built},
  {name: 'astro', serve: built},
  {name: 'angular', serve: built},
  {name: 'module', wrong: wrong.module, serve: asItIs},
  {name: 'script-tag', serve: asItIs},
];
