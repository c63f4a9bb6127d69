/** The relay alone, between a source and a sink that tests control. */
import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {EventRelay} from '../../../src/proxy/upstream/event-relay.js';

beforeEach(() => mock.timers.enable({apis: ['setInterval']}));
afterEach(() => mock.timers.reset());

class Source extends EventEmitter {
  destroyed = false;
  isPaused = false;
  pause() {
    this.isPaused = true;
  }
  resume() {
    this.isPaused = false;
  }
  destroy() {
    this.destroyed = true;
    this.emit('close');
  }
  emitText(text: string) {
    this.emit('data', Buffer.from(text));
  }
}

class Sink extends EventEmitter {
  destroyed = false;
  hasRoom = true;
  written: string[] = [];
  write(event: string) {
    this.written.push(event);
    return this.hasRoom;
  }
  end() {
    this.destroy();
  }
  destroy() {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('close');
  }
}

const beat = 'event: heartbeat\ndata: 1970-01-01T00:00:00.000Z\n\n';

function open({source = new Source(), sink = new Sink()} = {}) {
  const onEnd = mock.fn();
  const relay = new EventRelay(source, {
    transform: event => `${event}\n\n`,
    heartbeat: 15_000,
    now: () => 0,
    onEnd,
  });
  relay.writeTo(sink);
  return {source, sink, times: () => onEnd.mock.callCount()};
}

test('a full sink pauses the API until there is room', () => {
  const {source, sink} = open();
  assert.equal(source.isPaused, false);
  sink.hasRoom = false;
  source.emitText('data: 1\n\ndata: 2\n\n');
  assert.equal(source.isPaused, true);
  assert.deepEqual(sink.written, [beat, 'data: 1\n\n']);
  sink.hasRoom = true;
  sink.emit('drain');
  assert.equal(source.isPaused, false);
  assert.deepEqual(sink.written, [beat, 'data: 1\n\n', 'data: 2\n\n']);
});

test('events before the API’s end wait for a client that reads slowly', () => {
  const {source, sink, times} = open();
  sink.hasRoom = false;
  source.emitText('data: 1\n\ndata: 2\n\n');
  source.destroy();
  assert.equal(sink.destroyed, false);
  mock.timers.tick(7 * 15_000);
  sink.hasRoom = true;
  sink.emit('drain');
  assert.deepEqual(sink.written, [beat, 'data: 1\n\n', 'data: 2\n\n']);
  assert.equal(sink.destroyed, true);
  assert.equal(times(), 1);
});

test('a client that reads none of them is disconnected after eight heartbeats, and no timer remains', () => {
  const {source, sink, times} = open();
  sink.hasRoom = false;
  source.emitText('data: 1\n\ndata: 2\n\n');
  source.destroy();
  mock.timers.tick(8 * 15_000);
  assert.equal(sink.destroyed, false);
  mock.timers.tick(15_000);
  assert.equal(sink.destroyed, true);
  assert.equal(times(), 1);
  mock.timers.tick(600_000);
  assert.deepEqual(sink.written, [beat, 'data: 1\n\n']);
  assert.equal(times(), 1);
});

test('a side that is closed before the relay starts is noticed', () => {
  const gone = new Sink();
  gone.destroy();
  const late = open({sink: gone});
  assert.equal(late.source.destroyed, true);
  assert.deepEqual(gone.written, []);
  assert.equal(late.times(), 1);

  const dead = new Source();
  dead.destroy();
  const {sink, times} = open({source: dead});
  assert.equal(sink.destroyed, true);
  assert.equal(times(), 1);
});
