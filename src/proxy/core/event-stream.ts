/** Where the bytes of an event stream come from: what Node's own response to a request has. */
export interface EventTap {
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
  /** It is over, however it came about. */
  on(event: 'close', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
  readonly destroyed: boolean;
}

/** Where the events go: what Node's own response has. */
export interface EventSink {
  /** False when it is full; it says so when there is room again. */
  write(event: string): boolean;
  /** True when it is full from the beginning. */
  readonly writableNeedDrain?: boolean;
  on(event: 'drain', listener: () => void): unknown;
  /** It has ended, or the buyer has left. */
  on(event: 'close', listener: () => void): unknown;
  end(): unknown;
  destroy(): unknown;
  readonly destroyed: boolean;
}

/** An event stream that waits for somebody to take it: the body of an answer. */
export interface EventFlow {
  /** Writes all events to the sink, and ends it after the last. To be called once. */
  flowTo(sink: EventSink): void;
}
