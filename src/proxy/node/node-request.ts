import type {IncomingMessage} from 'node:http';

/** A request as frameworks pass it on, which may have read its body. */
export type NodeRequest = IncomingMessage & {readonly body?: unknown; readonly rawBody?: unknown};
