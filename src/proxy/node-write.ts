import type {ServerResponse} from 'node:http';
import type {Answer} from './proxy-error.js';

/** Who has taken nothing of an answer for so long is gone; milliseconds. */
const longestPause = 60_000;

/**
 * Puts an answer on Node's own response: bytes at once and whole, a stream as fast as it is taken. Ends the connection of
 * a reader who does not read.
 */
export function nodeWrite(
  {status, headers = {}, body}: Answer,
  res: ServerResponse,
  pause = longestPause,
): void {
  // As a list of names and values, which Node takes as it is.
  const lines: (string | number)[] = [];
  for (const name in headers) lines.push(name, headers[name]!);
  if (body !== null && typeof body === 'object' && 'flowTo' in body) {
    try {
      res.writeHead(status, lines);
      // With the head gone by itself, Node joins its many pieces; else it would hold them until the stream ends.
      res.flushHeaders();
    } catch {
      // Somebody else has answered meanwhile. The stream lets go of the API when it finds its buyer gone.
      res.destroy();
    }
    body.flowTo(res);
    return;
  }
  if (body !== null) {
    lines.push('content-length', typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength);
  }
  res.writeHead(status, lines).end(body);
  // What the system did not take at once waits for its reader.
  if (res.writableLength > 0) res.setTimeout(pause, () => res.destroy());
}
