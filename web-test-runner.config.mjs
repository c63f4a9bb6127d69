import {writeFileSync} from 'node:fs';
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
    commonjs('qrcode', ['create']),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {executablePath: findProgram('chromium'), headless: true, args: chromiumFlags},
    }),
  ],
  testFramework: {config: {timeout: 10_000}},
  // A page behind another one draws no frames, and a test that waits for one would wait for ever.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  reporters: [defaultReporter(), countReporter(process.env.TEST_COUNTS)],
};

/** Serves a CommonJS package as the module that Vite makes of it, with these names; browsers load nothing but modules. */
function commonjs(name, exported) {
  const entry = `/commonjs/${name}.js`;
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

/** Writes how many tests passed, failed and were skipped to a file, for `npm test` to add up. */
function countReporter(file) {
  return {
    onTestRunFinished({sessions}) {
      const counts = {passed: 0, failed: 0, skipped: 0};
      for (const session of sessions) {
        const tests = session.testResults ? testsOf(session.testResults) : [];
        for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        // A file that could not be loaded, or that logged an error outside of its tests, has none that failed.
        if (!session.passed && !tests.some(test => !test.passed && !test.skipped)) counts.failed += 1;
      }
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
