import {ProxyError, retryAfterHeader} from '../core/errors.js';
import {memberSource, replaceMember} from '../core/json-text.js';
import type {Mask} from '../core/mask.js';
import type {ProxyResponse} from '../core/response.js';
import type {UpstreamResponse} from '../core/upstream-client.js';

/** Lists and objects; the parser takes seconds for millions of empty ones, and a listing of 10,000 brands has 50,000. */
const maxContainers = 250_000;
const [openBracket, openBrace] = [0x5b, 0x7b];
const decoder = new TextDecoder();

export interface ReadOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Bytes of a body, decompressed. */
  readonly maxBytes: number;
  /** Replaces what must not reach a browser. */
  readonly mask: Mask;
  /** Called for each chunk of the body. */
  readonly onBytes?: () => void;
}

/**
 * Reads a response of the API. JSON passes with its status, and so do `problems`; other refusals (4xx) keep their status
 * and are thrown as errors of the proxy.
 *
 * @throws {ProxyError} the refusal, or 502 `bad_api_answer` for everything else; only the latter `mayHaveActed`, and 408.
 */
export async function readResponse(
  response: UpstreamResponse,
  {now, maxBytes, mask, onBytes}: ReadOptions,
): Promise<ProxyResponse> {
  const {status} = response;
  const isOk = isSuccess(status);
  // Some platforms show a redirect as status 0, and not every platform can send one from 600 on.
  if (!isOk && (status < 400 || status > 599)) {
    response.discard();
    throw badResponse(`The API answered with status ${status}`);
  }
  const bytes = await response.read(maxBytes, onBytes);
  if (!bytes || isTooComplex(bytes)) throw badResponse('The API answered with too much');
  const body = masked(decoder.decode(bytes), mask);
  const json = parse(body);
  const retryAfter = retryAfterOf(response, now);
  if (json !== undefined && (isOk || hasProblems(json))) {
    const headers = retryAfter === undefined ? [] : Object.entries(retryAfterHeader(retryAfter)).flat();
    return {status, headers, body, json};
  }
  if (status >= 400 && status < 500) throw refusal(status, json, retryAfter);
  throw badResponse(isOk ? 'The API did not answer with JSON' : 'The API failed');
}

/** Throws the error for a response to the request for an event stream that is none. */
export async function throwStreamRefusal(response: UpstreamResponse, options: ReadOptions): Promise<never> {
  if (isSuccess(response.status)) {
    response.discard();
    throw badResponse('The API did not answer with an event stream');
  }
  const {status} = await readResponse(response, options);
  throw status < 500
    ? refusal(status, undefined, retryAfterOf(response, options.now))
    : badResponse('The API failed');
}

/** Returns whether a body could hold more lists and objects than can be parsed in a moment. */
function isTooComplex(bytes: Uint8Array): boolean {
  if (bytes.length < maxContainers) return false;
  let count = 0;
  for (const byte of bytes) if (byte === openBracket || byte === openBrace) count++;
  return count > maxContainers;
}

/** Masks a body, except for an order's id, which the API may have made of what is masked. */
function masked(body: string, mask: Mask): string {
  const text = mask(body);
  if (text === body || parse(body) === undefined) return text;
  const orderId = memberSource(body, 'order_id');
  return orderId === undefined ? text : replaceMember(text, 'order_id', orderId);
}

/** Returns whether a parsed body lists problems; `problems` that is null or empty means none. */
export function hasProblems(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('problems' in json)) return false;
  return Array.isArray(json.problems) && json.problems.length > 0;
}

export function isEventStream(contentType: string | null | undefined): boolean {
  return /^text\/event-stream\b/i.test(contentType ?? '');
}

function refusal(status: number, json: unknown, retryAfter: number | undefined): ProxyError {
  const messages = messagesIn(json);
  const apiCode = messages.find(text => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text));
  const ownCode =
    status === 404 ? 'not_found' : status === 429 || status === 403 ? 'rate_limited' : 'api_refused';
  const message = messages[0] ?? `The API refused the request with status ${status}`;
  return new ProxyError(status, apiCode ?? ownCode, message, {
    ...(retryAfter === undefined ? {} : {retryAfter}),
    // 408 is the one refusal after which the request may have been processed.
    mayHaveActed: status === 408,
  });
}

/** Returns what the API says about an error, under all names that it is known to use, if it is short plain text. */
function messagesIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const fields = new Map<string, unknown>(Object.entries(json));
  return ['detail', 'error_code', 'message', 'error']
    .map(name => fields.get(name))
    .filter((text): text is string => typeof text === 'string' && /^[\x20-\x7e]{1,200}$/.test(text));
}

/**
 * Returns the milliseconds until a throttled client may come back, by `Retry-After` (seconds or a date) or by the API's
 * `X-RateLimit-Reset` (epoch seconds); `undefined` if neither can be read.
 */
function retryAfterOf({status, headers}: UpstreamResponse, now: number): number | undefined {
  if (status !== 429 && status !== 403) return undefined;
  const given = headers.get('retry-after') ?? '';
  if (/^\d{1,6}(\.\d*)?$/.test(given)) return Number(given) * 1000;
  const reset = headers.get('x-ratelimit-reset') ?? '';
  // GMT is required because some engines parse other texts as dates, too.
  const date = /GMT$/.test(given) ? Date.parse(given) : Number.NaN;
  const at = /^\d{10}$/.test(reset) ? Number(reset) * 1000 : date;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function badResponse(message: string): ProxyError {
  return new ProxyError(502, 'bad_api_answer', message, {mayHaveActed: true});
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
