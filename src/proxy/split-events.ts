const longestEvent = 1024 * 1024;

/**
 * Cuts the bytes of an event stream into whole events: their lines joined by `\n`, without the blank line at the end.
 * Lines may end in CRLF, LF or CR, and chunks may end anywhere, also inside a character. The function answers false
 * when an event grows beyond 1 MiB.
 */
export function createEventSplitter(): (chunk: Uint8Array, emit: (event: string) => void) => boolean {
  const decoder = new TextDecoder();
  let rest = '';
  let lines: string[] = [];
  let size = 0;
  return (chunk, emit) => {
    const text = rest + decoder.decode(chunk, {stream: true});
    let start = 0;
    for (const {0: ending, index} of text.matchAll(/\r\n|\n|\r/g)) {
      // A CR at the very end may be the first half of a CRLF.
      if (ending === '\r' && index === text.length - 1) break;
      const line = text.slice(start, index);
      start = index + ending.length;
      if (line !== '') {
        lines.push(line);
        size += line.length;
      } else if (lines.length > 0) {
        emit(lines.join('\n'));
        lines = [];
        size = 0;
      }
    }
    rest = text.slice(start);
    return size + rest.length <= longestEvent;
  };
}
