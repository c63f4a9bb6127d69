/** A reporter for node's test runner that writes nothing but the counts, as JSON, when everything has run. */
export default async function* countReporter(source) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of source) {
    if (type === 'test:pass' && !isContainer(data)) {
      counts[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed'] += 1;
    } else if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      counts.failed += 1;
    }
  }
  yield JSON.stringify(counts);
}

/** A suite, or a file without tests, which Node reports as one test with the file's name. */
function isContainer({name, file, nesting, details}) {
  return details.type === 'suite' || (nesting === 0 && name.endsWith('.ts') && file?.endsWith(name));
}
