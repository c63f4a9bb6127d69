/** A body that writes itself to the platform's own response. */
export interface Relay {
  readonly relayTo: (sink: EventSink) => void;
}

/** The part of Node's response that a relay needs. */
export interface EventSink {
  readonly destroyed: boolean;
  /** False when the buyer does not read as fast as is written; `drain` tells when it can go on. */
  write(event: string): boolean;
  end(): unknown;
  on(event: 'drain' | 'close', listener: () => void): unknown;
}
