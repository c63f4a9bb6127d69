import type {Plugin} from 'vite';

/** Leaves `import('./vi.js')` and the like as imports of the files that tsc writes to `dist/locales`. */
export function languagesBeside(): Plugin {
  return {
    name: 'languages-beside',
    enforce: 'pre',
    async resolveId(source, importer, {kind}) {
      if (kind !== 'dynamic-import') return null;
      const file = (await this.resolve(source, importer, {skipSelf: true}))?.id ?? '';
      const language = /\/src\/locales\/([\w-]+)\.ts$/.exec(file)?.[1];
      return language && language !== 'en' ? {id: `./locales/${language}.js`, external: true} : null;
    },
  };
}
