import type {EventStream} from './order-stream.js';
import type {Fetch} from './request-json.js';

/** Reads an event stream by `fetch`, which can send headers, as `EventSource` cannot. It ends with `error`. */
export class FetchEventStream extends EventTarget implements EventStream {
  #life = new AbortController();

  constructor(url: string, fetch: Fetch) {
    super();
    void this.#read(url, fetch)
      .catch(() => undefined)
      .then(() => {
        this.close();
        this.dispatchEvent(new Event('error'));
      });
  }

  close() {
    this.#life.abort();
  }

  async #read(url: string, fetch: Fetch) {
    const {signal} = this.#life;
    const headers = {accept: 'text/event-stream'};
    const response = await fetch(url, {headers, cache: 'no-store', signal});
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !response.body || !/^text\/event-stream\b/i.test(type)) return;
    const read = eventReader((type, data) => {
      if (!signal.aborted) this.dispatchEvent(new MessageEvent(type, {data}));
    });
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      read(decoder.decode(part.value, {stream: true}));
  }
}

/** Characters of the longest event that is read: an order has some thousands. */
const LONGEST = 1_000_000;

/**
 * Makes a function that takes the text of an event stream in pieces, and calls back for each event in it (WHATWG HTML, 9.2.6).
 * Ids and retry times are ignored: reconnecting is the caller's. An event without its empty line is dropped.
 * The function throws a `RangeError` where an event is longer than a million characters, before it is read.
 */
export function eventReader(onEvent: (type: string, data: string) => void): (text: string) => void {
  let rest = '';
  let type = '';
  let data: string[] = [];
  let endsWithReturn = false;
  /** Characters since the last empty line. */
  let length = 0;
  return piece => {
    if (piece === '') return;
    length += piece.length;
    if (length > LONGEST) throw new RangeError();
    // The line feed of a CRLF may come in the next piece.
    const text = endsWithReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    endsWithReturn = piece.endsWith('\r');
    const lines = (rest + text).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === 'event') type = value;
      else if (field === 'data') data.push(value);
      else if (line === '') {
        if (data.length > 0) onEvent(type || 'message', data.join('\n'));
        type = '';
        data = [];
        length = rest.length;
      }
    }
  };
}
