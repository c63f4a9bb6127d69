/** Runs the tests of demo/apps/testing, which are the snippets of docs/testing.md, on the installed package. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openWorkshop, run, type Workshop} from './support/install.js';

let workshop: Workshop;
let folder: string;

before(async () => {
  workshop = await openWorkshop();
  folder = await workshop.install('demo/apps/testing');
});

after(() => workshop?.close());

for (const script of ['jest', 'jsdom', 'happy-dom']) {
  test(`tests of a host app pass, with nothing unhandled: ${script}`, async () => {
    const {code, output} = await run('npm', ['run', '-s', script], folder);
    assert.equal(code, 0, output);
    assert.match(output, /[1-9] passed/);
    assert.doesNotMatch(output, /unhandled|did not exit/i);
  });
}
