import {ServerResponse} from 'node:http';
import type {RawResponse} from '../pipeline.js';

/** Milliseconds after which a client that has received nothing counts as gone. */
const maxPause = 60_000;

/**
 * Sends a response by Node's own: bytes at once, an event stream as fast as it is read. Closes the connection of a client
 * that does not read.
 */
export function sendResponse(
  {status, headers, body}: RawResponse,
  res: ServerResponse,
  pause = maxPause,
): void {
  if (body !== null && typeof body === 'object' && 'writeTo' in body) {
    try {
      writeHead(res, status, headers);
      // Sent on its own, because Node would otherwise hold the head back until the first event.
      res.flushHeaders?.();
    } catch {
      // Something else has answered meanwhile; the relay ends when it finds the response destroyed.
      res.destroy();
    }
    body.writeTo(res);
    return;
  }
  if (body !== null) {
    const size = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
    headers.push('content-length', String(size));
  }
  writeHead(res, status, headers);
  res.end(body);
  // A timeout is needed only for what the system did not take at once.
  if (res.writableLength > 0) res.setTimeout(pause, () => res.destroy());
}

/**
 * Writes status and headers. Node takes a list as it is, which is the fastest. A response that something has replaced or
 * wrapped may take nothing but single headers, and `writeHead` may return nothing.
 */
function writeHead(res: ServerResponse, status: number, headers: string[]): void {
  if (res.writeHead === ServerResponse.prototype.writeHead) {
    res.writeHead(status, headers);
    return;
  }
  for (let at = 0; at < headers.length; at += 2) res.setHeader(headers[at]!, headers[at + 1]!);
  res.writeHead(status);
}
