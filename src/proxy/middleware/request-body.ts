import {ProxyError} from '../core/errors.js';
import type {Context, Handler, Middleware} from '../core/middleware.js';
import type {Settings} from '../core/options.js';
import {readBytes} from '../core/read-bytes.js';
import type {ProxyResponse} from '../core/response.js';
import {withTimeout} from '../core/timeouts.js';
import {parseOrder} from './order-schema.js';

/** Bytes. */
const maxBodySize = 32 * 1024;
/** Levels of lists and objects; an order needs four. */
const maxDepth = 16;

/** Reads the JSON body of a POST and rebuilds it from known fields; 415, 413, 408 or 400 when it cannot. */
export function createRequestBody({timeouts}: Settings): Middleware {
  return (context, next) =>
    context.request.method === 'POST' ? withBody(context, next, timeouts.body) : next(context);
}

async function withBody(context: Context, next: Handler, ms: number): Promise<ProxyResponse> {
  const {request} = context;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ProxyError(415, 'not_json', 'Send the body as application/json');
  }
  const isTooLarge = Number(request.headers.get('content-length') ?? 0) > maxBodySize;
  const bytes = isTooLarge ? undefined : await readBody(request, ms);
  if (!bytes) throw new ProxyError(413, 'body_too_large', `The body may have at most ${maxBodySize} bytes`);
  const json = parse(bytes);
  const body = parseOrder(json);
  // After the known fields, which have rules of their own: this is for the unknown ones.
  if (isDeeper(json, maxDepth))
    throw new ProxyError(400, 'invalid_json', `The body is nested deeper than ${maxDepth}`);
  return next({...context, body});
}

/** Reads the body within `ms`, so that a sender who is too slow cannot hold a connection; `undefined` if it is too large. */
async function readBody({body}: Context['request'], ms: number): Promise<Uint8Array | undefined> {
  try {
    return await withTimeout(readBytes(body, maxBodySize), ms, () => {
      throw new ProxyError(408, 'body_too_slow', 'The body took too long');
    });
  } catch (error) {
    if (error instanceof ProxyError) throw error;
    // The sender broke off, or something in front of the proxy has read the body already.
    throw new ProxyError(400, 'unreadable_body', 'The body could not be read');
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    // Parsed first because the pattern takes linear time only where each string has its end.
    JSON.parse(text);
    return JSON.parse(text.replace(stringOrNumber, markInexact));
  } catch {
    throw new ProxyError(400, 'invalid_json', 'The body is not JSON');
  }
}

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * Replaces a number that JavaScript may not hold exactly, with more than 15 digits or an exponent, by a text that no field
 * accepts, so that it is refused instead of passed on with other digits.
 */
function markInexact(token: string): string {
  const isExact = token.startsWith('"') || /^-?(\d\.?){1,15}$/.test(token);
  return isExact ? token : '"\ufffd"';
}

/** Returns whether lists and objects are nested more deeply than `levels`. */
function isDeeper(json: unknown, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some(inner => isDeeper(inner, levels - 1));
}
