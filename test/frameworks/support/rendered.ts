/** Files that server rendering needs in a Vue or a Svelte app. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

const FILES = {
  vue: {
    'src/server.ts': `import {createSSRApp} from 'vue';
import {renderToString} from 'vue/server-renderer';
import App from './app.vue';
export const render = async () => ({body: await renderToString(createSSRApp(App))});`,
    'src/hydrate.ts': `import {createSSRApp} from 'vue';
import App from './app.vue';
import './style.css';
createSSRApp(App).mount('#app');`,
  },
  svelte: {
    'src/server.ts': `import {render as renderComponent} from 'svelte/server';
import App from './App.svelte';
export const render = () => renderComponent(App);`,
    'src/hydrate.ts': `import {hydrate} from 'svelte';
import App from './App.svelte';
import './style.css';
hydrate(App, {target: document.querySelector('#app')!});`,
  },
};

export function addServerFiles(app: keyof typeof FILES, folder: string): void {
  for (const [file, text] of Object.entries(FILES[app])) writeFileSync(join(folder, file), text);
}
