import {writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
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
    commonJs('qrcode', 'qrcode/lib/browser.js'),
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

/** Serves a CommonJS package, which no browser can import, as one module that is bundled when it is first asked for. */
function commonJs(name, entry) {
  const path = `/__bundled/${name}.js`;
  let bundled;
  return {
    name: `common-js-${name}`,
    resolveImport: ({source}) => (source === name ? path : undefined),
    serve: async context => {
      if (context.path !== path) return undefined;
      bundled ??= bundle(entry);
      return {body: await bundled, type: 'js'};
    },
  };
}

async function bundle(entry) {
  const names = Object.keys(createRequire(import.meta.url)(entry)).join(', ');
  const text = `import all from '${entry}'; export const {${names}} = all; export default all;`;
  const id = 'virtual:entry';
  const {output} = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {name: id, resolveId: source => (source === id ? id : null), load: it => (it === id ? text : null)},
    ],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {input: id, preserveEntrySignatures: 'strict'},
    },
  });
  return output[0].code;
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
