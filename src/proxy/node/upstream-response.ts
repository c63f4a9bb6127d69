import type {IncomingMessage} from 'node:http';
import type {Readable} from 'node:stream';
import {createBrotliDecompress, createUnzip} from 'node:zlib';
import {unreachable} from '../core/errors.js';
import type {UpstreamResponse} from '../core/upstream-client.js';

/** Adapts Node's own response. */
export function upstreamResponse(incoming: IncomingMessage): UpstreamResponse {
  // Without a listener, an error of a body that is not read would end the process.
  incoming.on('error', () => {});
  const {statusCode: status = 0, headers} = incoming;
  return {
    status,
    headers: {
      get: name => {
        const value = headers[name];
        return value === undefined ? null : String(value);
      },
    },
    read: (limit, onBytes = () => {}) => readDecoded(incoming, limit, onBytes),
    discard: () => incoming.destroy(),
  };
}

/**
 * Reads a whole body, decompressed by its `Content-Encoding`; `undefined` if it exceeds `limit` decompressed bytes, and
 * then closes the connection. Rejects when it breaks off.
 */
function readDecoded(
  incoming: IncomingMessage,
  limit: number,
  onBytes: () => void,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const breakOff = () => reject(unreachable(true));
    if (incoming.destroyed && !incoming.complete) return breakOff();
    const body = decoded(incoming, breakOff);
    incoming.on('close', () => {
      if (!incoming.complete) breakOff();
    });
    body
      .on('data', (chunk: Buffer) => {
        onBytes();
        size += chunk.length;
        chunks.push(chunk);
        if (size <= limit) return;
        resolve(undefined);
        body.destroy();
        incoming.destroy();
      })
      .on('error', breakOff)
      .on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
  });
}

function decoded(incoming: IncomingMessage, breakOff: () => void): Readable {
  const encoding = incoming.headers['content-encoding']?.toLowerCase() || 'identity';
  if (encoding === 'identity') return incoming;
  const decoder = encoding === 'br' ? createBrotliDecompress() : createUnzip();
  incoming.on('error', () => {
    breakOff();
    decoder.destroy();
  });
  return incoming.pipe(decoder);
}
