import {writeFileSync} from 'node:fs';

/**
 * A reporter for node's test runner that prints nothing, and keeps the counts as JSON in the file that TEST_COUNTS names.
 * It writes them after each test, so that they are there even if the run is stopped.
 */
// biome-ignore lint/correctness/useYield: node wants a generator
export default async function* countReporter(source) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of source) {
    if (type === 'test:pass' && !isContainer(data)) {
      counts[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed'] += 1;
    } else if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      counts.failed += 1;
    } else {
      continue;
    }
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }
}

/** A suite, or a file without tests, which Node reports as one test with the file's name. */
function isContainer({name, file, nesting, details}) {
  return details.type === 'suite' || (nesting === 0 && name.endsWith('.ts') && file?.endsWith(name));
}
