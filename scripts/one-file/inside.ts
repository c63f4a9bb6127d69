import type {Plugin} from 'vite';

/**
 * What the npm build fetches when it is needed is inside the one file, where a plain import serves: the bundler would wrap
 * a module that is imported by a call, and all that it imports, in functions (2 % of the file after brotli).
 */
export function inside(): Plugin {
  return {
    name: 'inside',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/(?!locales\/).*\.ts$/, code: /await import\(/},
      handler(code) {
        const imports: string[] = [];
        const rest = code.replace(
          /const (\{[^}]+\}) = await (import)\(('[^']+')\);/g,
          (_, names, word, source) => {
            imports.push(`${word} ${names} from ${source};`);
            return '';
          },
        );
        return {code: imports.join('') + rest, map: null};
      },
    },
  };
}
