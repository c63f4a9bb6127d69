import {minify} from 'terser';
import type {Plugin} from 'vite';

/** Code that is longer and more alike is smaller after brotli than code that is as short as can be. */
const STATEMENTS = {sequences: false, lhs_constants: false, inline: 0} as const;

/** A second pass over what Vite's own minifier has left: half a KiB after brotli. */
export function small(): Plugin {
  return {
    name: 'small',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (process.env.RAW) (await import('node:fs')).writeFileSync(process.env.RAW, chunk.code);
        const {code = chunk.code, map} = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: {passes: 3, keep_fargs: false, pure_getters: true, ...STATEMENTS},
          format: {comments: 'some'},
          ...(chunk.map
            ? {sourceMap: {content: JSON.stringify(chunk.map), url: `${chunk.fileName}.map`}}
            : {}),
        });
        chunk.code = code;
        if (chunk.map && map) chunk.map = {...chunk.map, ...JSON.parse(String(map))};
      }
    },
  };
}
