/**
 * Reads a whole body; `undefined` if it exceeds `limit` bytes, and then the rest stays unread. Calls `onBytes` for each
 * chunk. Rejects when the body breaks off.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  onBytes: () => void = () => {},
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!body) return new Uint8Array(0);
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    onBytes();
    size += value.byteLength;
    if (size > limit) {
      // Not awaited: a sender that never ends must not delay the response.
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
  return concatenate(chunks, size);
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
