const longestEvent = 1024 * 1024;
const [lf, cr] = [0x0a, 0x0d];
const decoder = new TextDecoder();
/** Of a stream that is between two events, as most are. */
export const nothingLeft = new Uint8Array();

/**
 * Cuts the bytes of an event stream into whole events: their lines joined by `\n`, without the blank line at the end.
 * Lines may end in CRLF, LF or CR, and chunks may end anywhere, also inside a character: no byte of one is a line's end.
 * Answers what is left over, to be put before the next chunk; undefined when an event grows beyond 1 MiB.
 */
export function splitEvents(
  rest: Uint8Array,
  chunk: Uint8Array,
  emit: (event: string) => void,
): Uint8Array | undefined {
  const bytes = rest.length > 0 ? joined(rest, chunk) : chunk;
  let eventAt = 0;
  let lineAt = 0;
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== lf && byte !== cr) continue;
    const isBlank = at === lineAt;
    // A CR at the very end may be the first half of a CRLF.
    const isOpen = byte === cr && at === bytes.length - 1;
    if (!isBlank) end = at;
    if (isOpen && !isBlank) break;
    if (byte === cr && bytes[at + 1] === lf) at++;
    lineAt = at + 1;
    if (!isBlank) continue;
    if (end > eventAt) emit(decoder.decode(bytes.subarray(eventAt, end)).replace(/\r\n?/g, '\n'));
    // The event is whole all the same; its CR is left over, to be put before its LF.
    eventAt = isOpen ? at : lineAt;
  }
  if (eventAt === bytes.length) return nothingLeft;
  // A copy: the chunk is a part of something larger.
  return bytes.length - eventAt > longestEvent ? undefined : new Uint8Array(bytes.subarray(eventAt));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
