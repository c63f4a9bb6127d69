import type {ServerResponse} from 'node:http';
import type {Answer} from './proxy-error.js';

/** Puts an answer on Node's own response: bytes at once and whole, a stream as fast as it is taken. */
export async function nodeWrite({status, headers = {}, body}: Answer, res: ServerResponse): Promise<void> {
  // As a list of names and values, which Node takes as it is.
  const lines: (string | number)[] = [];
  for (const name in headers) lines.push(name, headers[name]!);
  if (body instanceof ReadableStream) {
    res.writeHead(status, lines);
    return pour(body, res);
  }
  if (typeof body === 'object' && body !== null && 'relayTo' in body) {
    res.writeHead(status, lines);
    return body.relayTo(res);
  }
  if (body !== null) {
    lines.push('content-length', typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength);
  }
  res.writeHead(status, lines).end(body);
}

async function pour(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  const reader = body.getReader();
  let go = () => {};
  const leave = () => {
    reader.cancel().catch(() => {});
    go();
  };
  res.once('close', leave);
  res.on('drain', () => go());
  if (res.destroyed) leave();
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done || res.destroyed) break;
      if (res.write(value)) continue;
      await new Promise<void>(resolve => {
        go = resolve;
      });
    }
    res.end();
  } catch {
    res.destroy();
  }
}
