import {type Answer, ProxyError} from '../core/errors.js';
import type {Call, Next, Stage} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {readBounded} from '../core/read-bytes.js';
import {rebuildOrder} from './order-schema.js';

const largestBody = 32 * 1024;
/** An order needs four. */
const deepest = 16;

/** Reads the JSON of a POST and rebuilds it from known fields: 415, 413, 408 or 400 when it cannot. */
export function createRequestBody({timeouts}: Settings): Stage {
  return (call, next) => (call.request.method === 'POST' ? withBody(call, next, timeouts.body) : next(call));
}

async function withBody(call: Call, next: Next, ms: number): Promise<Answer> {
  const {request} = call;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ProxyError(415, 'not_json', 'Send the body as application/json');
  }
  const isTooLarge = Number(request.headers.get('content-length') ?? 0) > largestBody;
  const bytes = isTooLarge ? undefined : await inTime(readBounded(request.body, largestBody), ms);
  if (!bytes) throw new ProxyError(413, 'body_too_large', `The body may have at most ${largestBody} bytes`);
  const json = parse(bytes);
  const body = rebuildOrder(json);
  // Known fields are checked one by one; this is for what hides in unknown ones.
  if (isDeep(json, deepest))
    throw new ProxyError(400, 'invalid_json', `The body is nested deeper than ${deepest}`);
  return next({...call, body});
}

/** Who sends a byte now and then must not hold a place for ever. */
async function inTime<Result>(reading: Promise<Result>, ms: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProxyError(408, 'body_too_slow', 'The body took too long')), ms);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (error) {
    reading.catch(() => {});
    if (error instanceof ProxyError) throw error;
    // The sender broke off, or something in front of the proxy has read the body already.
    throw new ProxyError(400, 'unreadable_body', 'The body could not be read');
  } finally {
    clearTimeout(timer);
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    throw new ProxyError(400, 'invalid_json', 'The body is not JSON');
  }
}

/** Whether lists and objects stand within each other more deeply than `levels`. */
function isDeep(json: unknown, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some(inner => isDeep(inner, levels - 1));
}
