import {Transform, type TransformCallback} from 'node:stream';
import {createGzip} from 'node:zlib';
import type {Pipe} from './mishap.js';

/** Holds everything back until the response ends or 64 KiB have accumulated, like a buffering proxy. */
export const buffer: Pipe = () => {
  let held: Buffer[] = [];
  let size = 0;
  const release = (stream: Transform) => {
    for (const chunk of held) stream.push(chunk);
    held = [];
    size = 0;
  };
  return new Transform({
    transform(chunk: Buffer, _, done) {
      held.push(chunk);
      size += chunk.length;
      if (size >= 64 * 1024) release(this);
      done();
    },
    flush(done) {
      release(this);
      done();
    },
  });
};

/** Compresses without flushing: small chunks stay inside the compressor. */
export const gzip: Pipe = () => createGzip();

/** Breaks the connection so many milliseconds after the response began; 0 lets no byte through. */
export function cutAfter(milliseconds: number): Pipe {
  return time => {
    let cancel = () => {};
    const cut = new Transform({
      transform: (chunk: Buffer, _, done) => (milliseconds === 0 ? done() : done(null, chunk)),
      destroy(error, done) {
        cancel();
        done(error);
      },
    });
    cancel = time.after(milliseconds, () => cut.destroy(new Error('cut')));
    return cut;
  };
}

/** Lets the first half of the bytes through, then ends as if complete. */
export const firstHalf: Pipe = () => {
  const all: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      all.push(chunk);
      done();
    },
    flush(done) {
      const whole = Buffer.concat(all);
      done(null, whole.subarray(0, Math.floor(whole.length / 2)));
    },
  });
};

/** Replaces each event by others; an event is its text without the blank line that ends it. */
export function eachEvent(change: () => (event: string) => readonly string[]): Pipe {
  return () => {
    const say = change();
    let rest = '';
    return new Transform({
      transform(chunk: Buffer, _, done: TransformCallback) {
        const events = (rest + chunk.toString('utf8')).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) for (const said of say(event)) this.push(`${said}\n\n`);
        done();
      },
      flush: done => done(null, rest),
    });
  };
}

/** Returns whether an event is a message that carries an order. */
export function isMessage(event: string): boolean {
  return event.startsWith('data:');
}
