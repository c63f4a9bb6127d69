/**
 * The whole of a body as bytes, or undefined (and the rest left unread) when it has more than `limit` bytes. Calls
 * `onBytes` at each piece.
 */
export async function readBounded(
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
      // Not waited for: a sender that never ends must not hold the answer back.
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
