import {readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Plugin} from 'vite';

/** Puts all style sheets beside each other: what is alike costs less where it is near (0.4 % of the file after brotli). */
export function stylesFirst(): Plugin {
  return {
    name: 'styles-first',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/index\.ts$/},
      handler(code, id) {
        const files = ['styles', 'elements'].flatMap(folder =>
          readdirSync(join(dirname(id), folder))
            .filter(name => folder === 'styles' || name.endsWith('.styles.ts'))
            .map(name => `./${folder}/${name.replace('.ts', '.js')}`),
        );
        return {code: files.map(file => `import '${file}';`).join('') + code, map: null};
      },
    },
  };
}
