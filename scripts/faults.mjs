/** The fault bench, which is TypeScript beside its tests in `test/chaos`. */
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {register} from 'tsx/esm/api';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (!existsSync('dist/cr-checkout.js')) {
  console.error('dist is missing: run npm run build');
  process.exit(1);
}
register();
await import('../test/chaos/bench.ts');
