import type {Relay} from './relay.js';
import type {RelayOptions} from './relay-events.js';

/** What is asked of the API. */
export interface ApiTarget {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
}

/** What the API answered to a wish for an event stream. */
export interface ApiStream {
  /** False for anything else than an event stream. */
  readonly isOpen: boolean;
  /** The whole answer, for one that is not. */
  readonly asResponse: () => Response;
  readonly passOn: (options: RelayOptions) => ReadableStream<Uint8Array> | Relay;
}

export type OpenStream = (target: ApiTarget, signal: AbortSignal) => Promise<ApiStream>;

export function isEventStream(status: number, contentType: string | null | undefined): boolean {
  return status >= 200 && status < 300 && /^text\/event-stream\b/i.test(contentType ?? '');
}
