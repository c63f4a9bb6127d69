import type {ClientSignal} from './client-signal.js';
import type {StreamSource} from './event-stream.js';

/** A request to the API, built by the proxy from checked values only. */
export interface UpstreamRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether it may be sent twice without harm: true for everything but the creation of an order. */
  readonly isRepeatable: boolean;
}

/** A response of the API whose headers have arrived. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  /** Reads the whole body, decompressed; `undefined` if it exceeds `limit` bytes. Calls `onBytes` for each chunk. */
  read(limit: number, onBytes?: () => void): Promise<Uint8Array | undefined>;
  /** Drops the body unread. */
  discard(): void;
}

export interface UpstreamOptions {
  /** Ends the request in whatever state it is. */
  readonly signal: ClientSignal;
  /** Milliseconds until the connection must be established; `fetch` cannot observe it. */
  readonly connect: number;
}

/** Sends a request to the API without following redirects. Rejects when no response arrives. */
export type UpstreamClient = (
  request: UpstreamRequest,
  options: UpstreamOptions,
) => Promise<UpstreamResponse>;

/** The API's reply to a request for an event stream: the open stream, or the response that it sent instead. */
export type StreamResult = {readonly source: StreamSource} | {readonly refusal: UpstreamResponse};

/** Requests an event stream; the signal aborts it only until it is open. */
export type StreamOpener = (
  request: Pick<UpstreamRequest, 'url' | 'headers'>,
  signal: ClientSignal,
) => Promise<StreamResult>;
