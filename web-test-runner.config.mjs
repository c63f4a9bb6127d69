import {availableParallelism} from 'node:os';
import {relative, resolve} from 'node:path';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {build} from 'esbuild';
import {chromiumFlags, findProgram} from './scripts/browsers.mjs';

const files = ['controllers', 'elements', 'templates'].map(folder => `test/${folder}/**/*.test.ts`);

export default {
  files,
  plugins: [bundles()],
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

/**
 * Serves the tests as bundles that share their modules: a page loads some ten files instead of two hundred, of which
 * each would be compiled and searched for imports.
 */
function bundles() {
  const outdir = resolve('bundles');
  const options = {
    outdir,
    outbase: '.',
    chunkNames: 'chunks/[name]-[hash]',
    external: ['/__web-dev-server*'],
  };
  const built = build({
    ...options,
    entryPoints: files,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  const outputs = built.then(({outputFiles}) => new Map(outputFiles.map(({path, text}) => [path, text])));
  return {
    name: 'bundles',
    serve: async ({path}) => (await outputs).get(resolve(outdir, `.${path.replace(/\.ts$/, '.js')}`)),
    resolveMimeType: ({path}) => (path.endsWith('.ts') ? 'js' : undefined),
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
