import type {ServerResponse} from 'node:http';
import type {Given} from '../pipeline.js';

/** Who has taken nothing of an answer for so long is gone; milliseconds. */
const longestPause = 60_000;

/**
 * Puts an answer on Node's own response: bytes at once and whole, a stream as fast as it is taken. Ends the connection of
 * a reader who does not read.
 */
export function nodeWrite({status, headers, body}: Given, res: ServerResponse, pause = longestPause): void {
  if (body !== null && typeof body === 'object' && 'flowTo' in body) {
    try {
      res.writeHead(status, headers);
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
    headers.push(
      'content-length',
      String(typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength),
    );
  }
  res.writeHead(status, headers).end(body);
  // What the system did not take at once waits for its reader.
  if (res.writableLength > 0) res.setTimeout(pause, () => res.destroy());
}
