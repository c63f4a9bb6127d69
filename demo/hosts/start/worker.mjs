/** Does what `wrangler dev` does: bundles the worker and runs it in workerd, with the settings of `wrangler.jsonc`. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Miniflare} from 'miniflare';
import {build} from 'vite';

const folder = fileURLToPath(new URL('../worker/', import.meta.url));
const settings = JSON.parse(readFileSync(`${folder}wrangler.jsonc`, 'utf8').replace(/^\s*\/\/.*$/gm, ''));
const {output} = await build({
  configFile: false,
  logLevel: 'warn',
  root: folder,
  ssr: {noExternal: true, target: 'webworker'},
  build: {
    write: false,
    ssr: settings.main,
    rolldownOptions: {external: ['cloudflare:workers'], output: {codeSplitting: false}},
  },
});
const {PORT, CRYPTOREFILLS_PARTNER_ID, CRYPTOREFILLS_UPSTREAM, CHECKOUT_SECRET} = process.env;
const worker = new Miniflare({
  host: '127.0.0.1',
  port: Number(PORT),
  modules: [{type: 'ESModule', path: 'worker.js', contents: output[0].code}],
  compatibilityDate: settings.compatibility_date,
  compatibilityFlags: settings.compatibility_flags,
  bindings: {
    CRYPTOREFILLS_PARTNER_ID,
    CHECKOUT_SECRET,
    ...(CRYPTOREFILLS_UPSTREAM && {CRYPTOREFILLS_UPSTREAM}),
  },
  assets: {
    directory: 'public',
    routerConfig: {invoke_user_worker_ahead_of_assets: false, has_user_worker: true},
  },
});
await worker.ready;
process.once('SIGTERM', () => worker.dispose().then(() => process.exit(0)));
