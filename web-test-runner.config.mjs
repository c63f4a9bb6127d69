import {availableParallelism} from 'node:os';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {build} from 'vite';
import {chromiumFlags, findProgram} from './scripts/browsers.mjs';

export default {
  files: 'test/{controllers,elements,templates}/**/*.test.ts',
  nodeResolve: {exportConditions: ['production']},
  plugins: [
    commonjs('qrcode/lib/core/qrcode.js', ['create']),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {executablePath: findProgram('chromium'), headless: true, args: chromiumFlags},
      concurrency: availableParallelism(),
      createPage: openWindow,
    }),
  ],
  testFramework: {config: {timeout: 30_000}},
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 240_000,
  reporters: [defaultReporter({reportTestProgress: false}), countReporter()],
};

/** Serves a CommonJS package as the module that Vite makes of it, with these names; browsers load nothing but modules. */
function commonjs(name, exported) {
  const entry = `/commonjs/${name.replace(/\.js$/, '')}.js`;
  const plugin = {
    name: 'entry',
    resolveId: id => (id === entry ? id : undefined),
    load: id => (id === entry ? `export {${exported}} from '${name}';` : undefined),
  };
  const options = {write: false, minify: false, lib: {entry, formats: ['es']}};
  const bundle = build({configFile: false, logLevel: 'warn', plugins: [plugin], build: options});
  return {
    name: `commonjs-${name}`,
    resolveImport: ({source}) => (source === name ? entry : undefined),
    serve: async ({path}) => (path === entry ? (await bundle)[0].output[0].code : undefined),
  };
}

/** Opens a page in a window of its own, with the focus: one behind another draws no frames. */
async function openWindow({browser}) {
  const page = await (await browser.createBrowserContext()).newPage();
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', {enabled: true});
  return page;
}

/** Writes a line for each file, and sends the counts of all so far to the process that started this one. */
function countReporter() {
  const counts = {passed: 0, failed: 0, skipped: 0};
  return {
    reportTestFileResults({logger, sessionsForTestFile, testFile}) {
      const tests = sessionsForTestFile.flatMap(resultsOf);
      for (const result of tests) counts[result] += 1;
      logger.log(`${relative('.', testFile)}: ${tests.filter(result => result === 'passed').length} passed`);
      process.send?.(counts);
    },
  };
}

function resultsOf({passed, testResults}) {
  const results = testResults ? testsOf(testResults) : [];
  // A file that could not be loaded, or that logged an error outside of its tests, has none that failed.
  return passed || results.includes('failed') ? results : [...results, 'failed'];
}

function testsOf({tests, suites}) {
  const own = tests.map(({passed, skipped}) => (skipped ? 'skipped' : passed ? 'passed' : 'failed'));
  return [...own, ...suites.flatMap(testsOf)];
}
