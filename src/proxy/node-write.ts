import type {ServerResponse} from 'node:http';
import type {Answer} from './proxy-error.js';

/** Puts an answer on Node's own response: bytes at once and whole, a stream as fast as it is taken. */
export function nodeWrite({status, headers = {}, body}: Answer, res: ServerResponse): void {
  // As a list of names and values, which Node takes as it is.
  const lines: (string | number)[] = [];
  for (const name in headers) lines.push(name, headers[name]!);
  if (body !== null && typeof body === 'object' && 'flowTo' in body) {
    res.writeHead(status, lines);
    // With the head gone by itself, Node joins its many pieces; else it would hold them until the stream ends.
    res.flushHeaders();
    body.flowTo(res);
    return;
  }
  if (body !== null) {
    lines.push('content-length', typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength);
  }
  res.writeHead(status, lines).end(body);
}
