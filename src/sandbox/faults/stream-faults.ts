/** What a kind of fault changes about a stream. */
interface StreamChanges {
  /** Replaces a message about an order; `previous` is the one before, `undefined` for the first. */
  readonly message?: (text: string, previous: string | undefined) => readonly string[];
  /** All text is dropped, or held until the end. */
  readonly output?: 'drop' | 'hold';
  /** The connection breaks after the first message, or after the `milliseconds` of the fault. */
  readonly breaks?: 'after first message' | 'after milliseconds';
  /** The stream neither stops nor closes. */
  readonly isEndless?: boolean;
}

const junk = [
  ': nothing to say\n\n',
  'data: this is not JSON\n\n',
  'data: {"hello": ["what", {"is": "this"}]}\n\n',
  'data: {"order_id":\n\n',
  'event: surprise\ndata: 42\n\n',
];

/** The kinds of faults of an event stream. To add a kind, add a row, and document it at `Fault`. */
const changes = {
  silent: {output: 'drop', isEndless: true},
  buffer: {output: 'hold'},
  cut: {breaks: 'after milliseconds'},
  half: {message: text => [text.slice(0, text.length / 2)], breaks: 'after first message'},
  junk: {message: text => [...junk, text]},
  duplicate: {message: text => [text, text]},
  stale: {message: (text, previous) => (previous === undefined ? [text] : [text, previous])},
  endless: {isEndless: true},
} satisfies Record<string, StreamChanges>;

export type StreamFaultKind = keyof typeof changes;

export const streamFaultKinds = Object.keys(changes) as readonly StreamFaultKind[];

export const streamChanges: Readonly<Record<StreamFaultKind, StreamChanges>> = changes;
