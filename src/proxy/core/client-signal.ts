/**
 * Signals that the client has disconnected. A part of `AbortSignal`, so that an adapter can implement it without creating a
 * controller for each of thousands of open streams.
 */
export interface ClientSignal {
  /** True once the client has disconnected. */
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
