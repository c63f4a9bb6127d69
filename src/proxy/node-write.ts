import type {ServerResponse} from 'node:http';
import type {ByteSource} from './byte-source.js';
import type {Answer} from './proxy-error.js';

/** Puts an answer on Node's own response: bytes at once and whole, a stream as fast as it is taken. */
export async function nodeWrite({status, headers = {}, body}: Answer, res: ServerResponse): Promise<void> {
  // As a list of names and values, which Node takes as it is.
  const lines: (string | number)[] = [];
  for (const name in headers) lines.push(name, headers[name]!);
  if (body !== null && typeof body === 'object' && 'cancel' in body) {
    res.writeHead(status, lines);
    return pour(body, res);
  }
  if (body !== null) {
    lines.push('content-length', typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength);
  }
  res.writeHead(status, lines).end(body);
}

/** A buyer who takes nothing for so long is gone; milliseconds. */
const patience = 120_000;

async function pour(source: ByteSource, res: ServerResponse): Promise<void> {
  let go = () => {};
  const leave = () => {
    source.cancel();
    go();
  };
  res.once('close', leave);
  res.on('drain', () => go());
  if (res.destroyed) leave();
  for (;;) {
    const bytes = await source.read();
    if (!bytes || res.destroyed) break;
    if (res.write(bytes)) continue;
    const timer = setTimeout(() => res.destroy(), patience);
    await new Promise<void>(resolve => {
      go = resolve;
    });
    clearTimeout(timer);
  }
  res.end();
}
