import {ProxyError} from '../core/errors.js';

/** The result of an attempt to create an order: a response or an error, repeated for the same key. */
export type OrderResult = {readonly status: number; readonly body: string} | {readonly error: ProxyError};

/** The store's entry of a key: for which body it was reserved and when, and the result once there is one. */
export interface IdempotencyRecord {
  /** Digest of the body. */
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly reservedAt: number;
  /** `undefined` while the attempt runs. */
  readonly result?: OrderResult;
}

export function serializeRecord({fingerprint, reservedAt, result}: IdempotencyRecord): string {
  if (!result || !('error' in result)) return JSON.stringify({fingerprint, reservedAt, result});
  const {status, code, message, headers} = result.error;
  return JSON.stringify({fingerprint, reservedAt, error: {status, code, message, headers}});
}

export function parseRecord(text: string): IdempotencyRecord {
  const {error, ...record} = JSON.parse(text) as IdempotencyRecord & {readonly error?: ProxyError};
  if (!error) return record;
  const {status, code, message, headers} = error;
  return {...record, result: {error: new ProxyError(status, code, message, {headers})}};
}
