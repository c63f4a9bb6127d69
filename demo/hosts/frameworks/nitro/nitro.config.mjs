import {resolve} from 'node:path';

export default {
  serverDir: '.',
  compatibilityDate: '2026-04-01',
  // The pages of the folder in which `nitro build` runs.
  publicAssets: [{dir: resolve('public')}],
};
