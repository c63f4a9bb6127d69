import type {IncomingMessage} from 'node:http';
import type {Readable} from 'node:stream';
import {createBrotliDecompress, createUnzip} from 'node:zlib';
import {unreachable} from '../upstream/unreachable.js';

/**
 * The whole body of an answer, unpacked as its `Content-Encoding` says; undefined, and the connection closed, when it has
 * more than `limit` bytes, counted as they come out. Rejects when it breaks off. Calls `onBytes` at each piece.
 */
export function readUnpacked(
  incoming: IncomingMessage,
  limit: number,
  onBytes: () => void,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const breakOff = () => reject(unreachable(true));
    if (incoming.destroyed && !incoming.complete) return breakOff();
    const body = unpacked(incoming, breakOff);
    incoming.on('close', () => {
      if (!incoming.complete) breakOff();
    });
    body
      .on('data', (piece: Buffer) => {
        onBytes();
        size += piece.length;
        pieces.push(piece);
        if (size <= limit) return;
        resolve(undefined);
        body.destroy();
        incoming.destroy();
      })
      .on('error', breakOff)
      .on('end', () => resolve(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)));
  });
}

function unpacked(incoming: IncomingMessage, breakOff: () => void): Readable {
  const encoding = incoming.headers['content-encoding']?.toLowerCase() || 'identity';
  if (encoding === 'identity') return incoming;
  const unpack = encoding === 'br' ? createBrotliDecompress() : createUnzip();
  incoming.on('error', () => {
    breakOff();
    unpack.destroy();
  });
  return incoming.pipe(unpack);
}
