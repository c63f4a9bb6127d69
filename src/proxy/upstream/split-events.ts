/** Bytes; a longer event is not buffered. */
const maxEventSize = 1024 * 1024;
const [lf, cr] = [0x0a, 0x0d];
const decoder = new TextDecoder();
/** The remainder of a stream that stands between two events, as most do most of the time. */
export const emptyBuffer = new Uint8Array();

/**
 * Splits the bytes of an event stream into whole events: their lines joined by `\n`, without the blank line at the end.
 * Lines may end in CRLF, LF or CR, and chunks may end anywhere, even within a character, as no byte of a multibyte
 * character is a line ending. Returns the remainder, to be passed with the next chunk; `undefined` when an event exceeds
 * 1 MiB.
 */
export function splitEvents(
  remainder: Uint8Array,
  chunk: Uint8Array,
  emit: (event: string) => void,
): Uint8Array | undefined {
  const bytes = remainder.length > 0 ? joined(remainder, chunk) : chunk;
  let eventAt = 0;
  let lineAt = 0;
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== lf && byte !== cr) continue;
    const isBlank = at === lineAt;
    // A CR at the very end may be the first half of a CRLF.
    const isUnsure = byte === cr && at === bytes.length - 1;
    if (!isBlank) end = at;
    if (isUnsure && !isBlank) break;
    if (byte === cr && bytes[at + 1] === lf) at++;
    lineAt = at + 1;
    if (!isBlank) continue;
    if (end > eventAt) emit(decoder.decode(bytes.subarray(eventAt, end)).replace(/\r\n?/g, '\n'));
    // The event is complete in any case; its last CR stays in the remainder, in case an LF follows.
    eventAt = isUnsure ? at : lineAt;
  }
  if (eventAt === bytes.length) return emptyBuffer;
  // Copied, because a subarray would keep the whole chunk in memory.
  return bytes.length - eventAt > maxEventSize ? undefined : new Uint8Array(bytes.subarray(eventAt));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
