/**
 * Reports Node's test runs: the `spec` reporter without its totals, and the counts as messages to the parent process.
 */
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
    else if (isResult(event)) counts[resultOf(event)] += 1;
    process.send?.({...counts, running: [...running]});
    if (type !== 'test:diagnostic' || data.nesting > 0) yield event;
  }
}

/**
 * Returns whether an event is the end of a test. A suite counts only if it failed by itself, for example by a hook.
 */
function isResult({type, data: {details}}) {
  if (type === 'test:fail') return details.error?.failureType !== 'subtestsFailed';
  return type === 'test:pass' && details.type !== 'suite';
}

function resultOf({type, data: {skip, todo}}) {
  if (skip !== undefined || todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}
