import type {Stage} from './call.js';
import {rebuildOrder} from './order-body.js';
import {ProxyError} from './proxy-error.js';
import {readBounded} from './read-bounded.js';

const largestBody = 32 * 1024;

/** Reads the JSON of a POST and rebuilds it from known fields: 415, 413 or 400 when it cannot. */
export const requestBody: Stage = async function requestBody(call, next) {
  const {request} = call;
  if (request.method !== 'POST') return next(call);
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ProxyError(415, 'not_json', 'Send the body as application/json');
  }
  const isTooLarge = Number(request.headers.get('content-length') ?? 0) > largestBody;
  const bytes = isTooLarge ? undefined : await readBounded(request.body, largestBody).catch(unreadable);
  if (!bytes) throw new ProxyError(413, 'body_too_large', `The body may have at most ${largestBody} bytes`);
  return next({...call, body: rebuildOrder(parse(bytes))});
};

/** The sender broke off, or something in front of the proxy has read the body already. */
function unreadable(): never {
  throw new ProxyError(400, 'unreadable_body', 'The body could not be read');
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    throw new ProxyError(400, 'invalid_json', 'The body is not JSON');
  }
}
