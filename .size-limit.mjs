/**
 * Budgets of what users load, after brotli; `npm run size` fails above them. Each is a measured size, rounded up. From here
 * the one file only goes down: 72 KiB is where it has to come.
 * Limits are in KiB (1024 bytes); size-limit prints kB (1000 bytes).
 */
import {readdirSync, readFileSync} from 'node:fs';

const {dependencies} = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const languages = readdirSync(new URL('src/locales', import.meta.url))
  .filter(name => /^[a-z]{2}(-[A-Z]\w+)?\.ts$/.test(name) && name !== 'en.ts')
  .map(name => name.replace('.ts', '.js'));

/** Files that are imported when they are needed. */
const onDemand = ['payment-elements.js', ...languages];

/** Measures an entry with the modules it always loads; the packages are shared with the rest of a page or server. */
const ownCode = (name, path, limit) => ({
  name,
  path,
  limit,
  ignore: [...Object.keys(dependencies), 'node:*', ...onDemand.map(file => `*/${file}`)],
  modifyEsbuildConfig: config => ({...config, format: 'esm', target: 'es2022', charset: 'utf8'}),
});

export default [
  {
    name: 'one file, all inside',
    path: 'dist/cr-checkout.js',
    limit: '73.5 KiB',
    disablePlugins: ['@size-limit/esbuild'],
  },
  {
    name: 'the same as a classic script',
    path: 'dist/cr-checkout.classic.js',
    limit: '73.5 KiB',
    disablePlugins: ['@size-limit/esbuild'],
  },
  ownCode('npm entry, own code', 'dist/index.js', '43 KiB'),
  ownCode('its payment elements', 'dist/elements/payment-elements.js', '25 KiB'),
  ...languages.map(file => ownCode(`language ${file.slice(0, -3)}`, `dist/locales/${file}`, '5.5 KiB')),
  ownCode('proxy, own code', 'dist/proxy/index.js', '21.5 KiB'),
  ownCode('sandbox, own code', 'dist/sandbox/index.js', '29.5 KiB'),
];
