import assert from 'node:assert/strict';
import {once} from 'node:events';
import type {Duplex} from 'node:stream';
import {describe, it} from 'node:test';
import {gunzipSync} from 'node:zlib';
import {fakeTime} from './fake-time.js';
import {faultNamed} from './faults.js';
import type {ChaosRequest, Pipe} from './mishap.js';
import {buffer, cutAfter, eachEvent, firstHalf, gzip} from './pipes.js';

/** Writes the chunks; returns what came out before the end, and in all. */
async function through(pipe: Duplex, ...chunks: readonly string[]) {
  const parts: Buffer[] = [];
  pipe.on('data', part => parts.push(part));
  for (const chunk of chunks) await new Promise(resolve => pipe.write(chunk, resolve));
  const early = Buffer.concat(parts).toString();
  pipe.end();
  await once(pipe, 'end');
  return {early, whole: Buffer.concat(parts)};
}

/** Applies a named fault to the events of a stream. */
async function streamed(name: string, ...events: readonly string[]) {
  const request: ChaosRequest = {route: 'subscribeOrder', nth: 1};
  const mishap = faultNamed(name).befall(request);
  assert.ok(mishap?.type === 'pipe');
  const {whole} = await through(mishap.pipe(fakeTime()), ...events.map(event => `${event}\n\n`));
  return whole.toString().split('\n\n').filter(Boolean);
}

describe('what happens to bytes on their way', () => {
  for (const [name, pipe] of [
    ['buffering', buffer],
    ['compressing', gzip],
  ] as const satisfies readonly (readonly [string, Pipe])[]) {
    it(`keeps everything back when ${name}, until the end`, async () => {
      const {early, whole} = await through(pipe(fakeTime()), 'data: 1\n\n', 'data: 2\n\n');
      assert.ok(!early.includes('data'));
      const text = name === 'compressing' ? gunzipSync(whole).toString() : whole.toString();
      assert.equal(text, 'data: 1\n\ndata: 2\n\n');
    });
  }

  it('lets a full buffer go', async () => {
    const {early} = await through(buffer(fakeTime()), 'x'.repeat(64 * 1024), 'rest');
    assert.equal(early.length, 64 * 1024);
  });

  it('breaks off when the time has come, and not before', async () => {
    const time = fakeTime();
    const pipe = cutAfter(1000)(time);
    const got: string[] = [];
    pipe.on('data', part => got.push(String(part)));
    pipe.write('data: 1\n\n');
    time.advance(999);
    assert.equal(pipe.destroyed, false);
    const broken = once(pipe, 'error');
    time.advance(1);
    await broken;
    assert.deepEqual(got, ['data: 1\n\n']);
  });

  it('lets no byte through when it breaks off at once', async () => {
    const pipe = cutAfter(0)(fakeTime());
    const {whole} = await through(pipe, 'data: 1\n\n');
    assert.equal(whole.length, 0);
  });

  it('ends an answer in the middle', async () => {
    const {whole} = await through(firstHalf(fakeTime()), '{"a":', '12345}');
    assert.equal(whole.toString(), '{"a":');
  });

  it('sees whole events however they are cut into chunks', async () => {
    const seen: string[] = [];
    const pipe = eachEvent(() => event => {
      seen.push(event);
      return [event];
    })(fakeTime());
    const {whole} = await through(pipe, 'da', 'ta: 1\n', '\ndata: 2\n\nev');
    assert.deepEqual(seen, ['data: 1', 'data: 2']);
    assert.equal(whole.toString(), 'data: 1\n\ndata: 2\n\nev');
  });
});

describe('the faults of a stream', () => {
  it('replay what is older, the newest of it first', async () => {
    assert.deepEqual(await streamed('disorder', 'data: 1', 'data: 2', 'data: 3'), [
      'data: 1',
      'data: 2',
      'data: 1',
      'data: 3',
      'data: 2',
      'data: 1',
    ]);
  });

  it('lose every second message and no heartbeat', async () => {
    assert.deepEqual(
      await streamed('halved', 'data: 1', 'event: heartbeat\ndata: now', 'data: 2', 'data: 3'),
      ['data: 1', 'event: heartbeat\ndata: now', 'data: 3'],
    );
  });

  it('say everything three times', async () => {
    assert.deepEqual(await streamed('twice', 'data: 1'), ['data: 1', 'data: 1', 'data: 1']);
  });

  it('end messages in the middle', async () => {
    assert.deepEqual(await streamed('half-messages', 'data: {"a":12}', 'event: stop\ndata: {}'), [
      'data: {',
      'event: stop\ndata: {}',
    ]);
  });

  it('keep the real message among the junk', async () => {
    const said = await streamed('junk', 'data: 1');
    assert.ok(said.length > 10);
    assert.equal(said.filter(event => event === 'data: 1').length, 1);
  });
});
