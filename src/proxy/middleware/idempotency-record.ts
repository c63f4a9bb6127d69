import {ProxyError} from '../core/errors.js';

/** What an attempt came to: an answer, or an error, that is given again under the same key. */
export type Outcome = {readonly status: number; readonly body: string} | {readonly error: ProxyError};

/** What stands in the store: who has the key with what, and since when; then what came of it. */
export interface Claim {
  readonly fingerprint: string;
  readonly claimedAt: number;
  readonly outcome?: Outcome;
}

export function writeClaim({fingerprint, claimedAt, outcome}: Claim): string {
  if (!outcome || !('error' in outcome)) return JSON.stringify({fingerprint, claimedAt, outcome});
  const {status, code, message, headers} = outcome.error;
  return JSON.stringify({fingerprint, claimedAt, error: {status, code, message, headers}});
}

export function readClaim(text: string): Claim {
  const {error, ...claim} = JSON.parse(text) as Claim & {readonly error?: ProxyError};
  if (!error) return claim;
  const {status, code, message, headers} = error;
  return {...claim, outcome: {error: new ProxyError(status, code, message, {headers})}};
}
