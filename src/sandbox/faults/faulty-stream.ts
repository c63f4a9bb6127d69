import type {StreamFault} from './fault.js';

/** What a stream says instead of what it has to say. */
export interface FaultyStream {
  /** An order's message, with what comes before and after it. */
  message(text: string): readonly string[];
  /** Anything else. */
  plain(text: string): readonly string[];
  /** What was held back. */
  atEnd(): readonly string[];
  /** Whether the connection breaks now. A stream that breaks loses what nobody has read yet, so half a message waits. */
  isCut(): boolean;
  /** It neither stops nor closes. */
  readonly isEndless: boolean;
}

const junk = [
  ': nothing to say\n\n',
  'data: this is not JSON\n\n',
  'data: {"hello": ["what", {"is": "this"}]}\n\n',
  'data: {"order_id":\n\n',
  'event: surprise\ndata: 42\n\n',
];

/** The stream of an order under a fault, or without one. */
export function faultyStream(fault: StreamFault | undefined, now: () => number): FaultyStream {
  const kind = fault?.fault;
  const cutAt = now() + (fault?.milliseconds ?? 1000);
  let held: string[] = [];
  let previous: string | undefined;
  let isBroken = false;
  const plain = (text: string): readonly string[] => {
    if (kind === 'silent') return [];
    if (kind !== 'buffer') return [text];
    held.push(text);
    return [];
  };
  return {
    plain,
    message(text) {
      const before = previous;
      previous = text;
      switch (kind) {
        case 'half':
          isBroken = true;
          return [text.slice(0, text.length / 2)];
        case 'junk':
          return [...junk, text];
        case 'duplicate':
          return [text, text];
        case 'stale':
          return before === undefined ? [text] : [text, before];
        default:
          return plain(text);
      }
    },
    atEnd() {
      const texts = held;
      held = [];
      return texts;
    },
    isCut: () => isBroken || (kind === 'cut' && now() >= cutAt),
    isEndless: kind === 'endless' || kind === 'silent',
  };
}
