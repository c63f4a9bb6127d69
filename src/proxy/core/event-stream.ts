/** The bytes of an open event stream: the part of Node's `IncomingMessage` that the relay uses. */
export interface StreamSource {
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
  /** Emitted once when the stream is over, by its end or by an error. */
  on(event: 'close', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
  readonly destroyed: boolean;
}

/** The receiver of events: the part of Node's `ServerResponse` that the relay uses. */
export interface StreamSink {
  /** Writes an event; returns false when the sink is full, until it emits `drain`. */
  write(event: string): boolean;
  /** True when the sink is full from the start. */
  readonly writableNeedDrain?: boolean;
  on(event: 'drain', listener: () => void): unknown;
  /** Emitted once when the sink has ended or the client has disconnected. */
  on(event: 'close', listener: () => void): unknown;
  end(): unknown;
  destroy(): unknown;
  readonly destroyed: boolean;
}

/** An event stream as the body of a response. */
export interface EventStreamBody {
  /** Writes all events to the sink and ends it after the last one. Must be called once. */
  writeTo(sink: StreamSink): void;
}
