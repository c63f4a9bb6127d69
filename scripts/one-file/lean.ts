import type {Plugin} from 'vite';

import {CUTS, type Cut} from './cuts.js';

/**
 * Leaves out of packages what is never used here and cannot be shaken off, and the words of errors that only their own
 * developers can make, lit's and ours (7 % of the file after brotli). Throws when a package is not the one that this was written for.
 */
export function lean(): Plugin {
  return {
    name: 'lean',
    transform: {
      filter: {
        id: /\/(?:node_modules\/(?:lean-qr|lit|lit-html|lit-element|@lit)|src\/(?:elements|controllers))\//,
      },
      handler(code, id) {
        const [, cuts = []] = Object.entries(CUTS).find(([name]) => id.endsWith(name)) ?? [];
        return {
          code: without(cuts, code, id).replace(
            /throw (?:new )?Error\((?:[^()]|\([^()]*\))*\)/g,
            'throw Error()',
          ),
          map: null,
        };
      },
    },
  };
}

function without(cuts: readonly Cut[], code: string, id: string): string {
  return cuts.reduce((short, [from, upTo, instead]) => {
    const start = short.indexOf(from);
    const end = short.indexOf(upTo, start);
    if (start < 0 || end < 0) throw new Error(`${id} has changed: ${from} is not in it`);
    return short.slice(0, start) + instead + short.slice(end);
  }, code);
}
