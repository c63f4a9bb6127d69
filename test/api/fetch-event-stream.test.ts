import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {eventReader, FetchEventStream} from '../../src/api/fetch-event-stream.js';

/** Reads pieces, and returns the events as `type: data`. */
function eventsOf(...pieces: readonly string[]): readonly string[] {
  const events: string[] = [];
  const read = eventReader((type, data) => void events.push(`${type}: ${data}`));
  for (const piece of pieces) read(piece);
  return events;
}

describe('the text of an event stream', () => {
  const cases: Readonly<Record<string, readonly [pieces: readonly string[], events: readonly string[]]>> = {
    'data alone is a message': [['data: a\n\n'], ['message: a']],
    'a type counts for one event': [['event: stop\ndata: a\n\ndata: b\n\n'], ['stop: a', 'message: b']],
    'lines of data are joined': [['data: a\ndata:\ndata:  b\n\n'], ['message: a\n\n b']],
    'data without a value is an event': [['data\n\n'], ['message: ']],
    'comments, ids and retry times are no event': [[': hello\nid: 1\nretry: 5\n\n'], []],
    'a type without data is no event, and is forgotten': [['event: stop\n\ndata: a\n\n'], ['message: a']],
    'an event without its empty line is dropped': [['data: a\n\ndata: b\n'], ['message: a']],
    'returns end lines': [['data: a\r\rdata: b\r\n\r\n'], ['message: a', 'message: b']],
    'a return at the end of a piece ends its line at once': [['data: a\r\r'], ['message: a']],
    'pieces are cut anywhere': [
      ['da', 'ta: a\r', '\n\r', '\ndata', ': b', '\n', '\n'],
      ['message: a', 'message: b'],
    ],
    'a colon in the value stays': [['data: {"a":1}\n\n'], ['message: {"a":1}']],
  };
  for (const [name, [pieces, events]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(eventsOf(...pieces), events));
  }

  test('is read up to a million characters an event, lines and events alike', () => {
    const line = `data: ${'x'.repeat(99_990)}\n`;
    assert.equal(eventsOf(...Array.from({length: 10}, () => line), '\n').length, 1);
    const many = Array.from({length: 30}, () => `${line}\n`);
    assert.equal(eventsOf(...many).length, 30);
    assert.throws(() => eventsOf(...Array.from({length: 11}, () => line)), RangeError);
    assert.throws(
      () => eventsOf('data: ', ...Array.from({length: 11}, () => 'x'.repeat(100_000))),
      RangeError,
    );
    assert.throws(() => eventsOf('x'.repeat(1_000_001)), RangeError);
  });

  test('is read the same whatever its pieces', () => {
    const text = 'event: heartbeat\r\ndata: 1\r\n\r\n: c\rdata: ä\ndata: 2\n\ndata: 3\r\r';
    for (let size = 1; size < text.length; size += 1) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      assert.deepEqual(eventsOf(...pieces), eventsOf(text));
    }
    assert.deepEqual(eventsOf(text), ['heartbeat: 1', 'message: ä\n2', 'message: 3']);
  });
});

describe('a stream that is read by fetch', () => {
  /** Reads a response to its end, and returns the events. */
  function readAll(response: Response | Error) {
    return new Promise<readonly string[]>(resolve => {
      const events: string[] = [];
      const fetch = () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response));
      const stream = new FetchEventStream('https://shop.example/s', fetch);
      stream.addEventListener('message', event => void events.push(String((event as MessageEvent).data)));
      stream.addEventListener('error', () => resolve(events));
    });
  }
  const headers = {'content-type': 'text/event-stream; charset=utf-8'};

  test('ends with an error after its events', async () => {
    assert.deepEqual(await readAll(new Response('\uFEFFdata: a\n\ndata: b\n\n', {headers})), ['a', 'b']);
  });

  for (const [name, response] of [
    ['of another type', new Response('data: a\n\n', {headers: {'content-type': 'text/html'}})],
    ['with an error status', new Response('data: a\n\n', {headers, status: 502})],
    ['that cannot be reached', new TypeError('fetch failed')],
  ] as const) {
    test(`${name} has no event but the error`, async () => assert.deepEqual(await readAll(response), []));
  }

  test('ends with the error where a line has no end, and is read no further', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull: controller => {
        sent += 1;
        controller.enqueue(new TextEncoder().encode(sent === 1 ? 'data: a\n\ndata: ' : 'x'.repeat(100_000)));
      },
    });
    let signal: AbortSignal | null | undefined;
    const events: string[] = [];
    await new Promise<void>(resolve => {
      const stream = new FetchEventStream('https://shop.example/s', async (_, init) => {
        signal = init?.signal;
        return new Response(body, {headers});
      });
      stream.addEventListener('message', event => void events.push(String((event as MessageEvent).data)));
      stream.addEventListener('error', () => resolve());
    });
    assert.deepEqual(events, ['a']);
    assert.ok(sent < 20, `${sent} pieces were read`);
    assert.ok(signal?.aborted, 'the response is given up');
  });
});
