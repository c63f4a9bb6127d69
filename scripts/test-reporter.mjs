/** A reporter for Node's test runner: the `spec` one without its totals, and the counts as messages to the parent process. */
import {Readable} from 'node:stream';
import {spec} from 'node:test/reporters';

export default async function* testReporter(source) {
  yield* Readable.from(report(source)).compose(new spec());
}

async function* report(source) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  const running = new Set();
  for await (const event of source) {
    const {type, data} = event;
    const test = `${'  '.repeat(data.nesting)}${data.name}`;
    if (type === 'test:dequeue') running.add(test);
    else if (type === 'test:complete') running.delete(test);
    else if (type === 'test:pass' && data.details.type !== 'suite') {
      counts[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed'] += 1;
    } else if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      counts.failed += 1;
    }
    process.send?.({...counts, running: [...running]});
    if (type !== 'test:diagnostic' || data.nesting > 0) yield event;
  }
}
