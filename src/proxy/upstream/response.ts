import {type Answer, ProxyError, retryAfter} from '../core/errors.js';
import type {ApiResponse} from '../core/upstream-client.js';

const largestAnswer = 24 * 1024 * 1024;

/**
 * Turns what the API answered into what the browser gets. JSON passes with its status, and so do `problems`; other
 * refusals (4xx) keep their status and become an error of ours; everything else throws 502. `mayHaveActed` of what is
 * thrown is false for refusals only.
 */
export async function apiAnswer(response: ApiResponse, now: number, onBytes?: () => void): Promise<Answer> {
  const {status} = response;
  const isOk = isSuccess(status);
  const isRefusal = status >= 400 && status < 500;
  // Status 0 is a redirect as some platforms show it; from 600 on nothing has a meaning, nor is it an answer everywhere.
  if (!isOk && (status < 400 || status > 599)) {
    response.discard();
    throw badAnswer(`The API answered with status ${status}`);
  }
  const bytes = await response.read(largestAnswer, onBytes);
  if (!bytes) throw badAnswer('The API answered with too much');
  const body = new TextDecoder().decode(bytes);
  const json = parse(body);
  const headers = pauseOf(response, now);
  if (json !== undefined && (isOk || hasProblems(json))) return {status, headers, body, json};
  if (isRefusal) throw refusal(status, json, headers);
  throw badAnswer(isOk ? 'The API did not answer with JSON' : 'The API failed');
}

/** Throws what the status of a stream that was not opened means. */
export async function refusedStream(response: ApiResponse, now: number): Promise<never> {
  if (isSuccess(response.status)) {
    response.discard();
    throw badAnswer('The API did not answer with an event stream');
  }
  const {status} = await apiAnswer(response, now);
  throw status < 500 ? refusal(status, undefined, {}) : badAnswer('The API failed');
}

/** `problems` that is null, empty or absent means none. */
export function hasProblems(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('problems' in json)) return false;
  return Array.isArray(json.problems) && json.problems.length > 0;
}

function refusal(status: number, json: unknown, headers: Record<string, string>): ProxyError {
  const said = sayings(json);
  const code = said.find(text => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text));
  const ourCode =
    status === 404 ? 'not_found' : status === 429 || status === 403 ? 'rate_limited' : 'api_refused';
  const message = said[0] ?? `The API refused the request with status ${status}`;
  // 408 is the one refusal that says nothing about what was done before it.
  return new ProxyError(status, code ?? ourCode, message, {headers, mayHaveActed: status === 408});
}

/** What the API says about an error, under any of the names that it is known to use, if it is short plain text. */
function sayings(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const fields = new Map<string, unknown>(Object.entries(json));
  return ['detail', 'error_code', 'message', 'error']
    .map(name => fields.get(name))
    .filter((text): text is string => typeof text === 'string' && /^[\x20-\x7e]{1,200}$/.test(text));
}

/** When to come back; the API is said to give it as `X-RateLimit-Reset` (epoch seconds) too. */
function pauseOf({status, headers}: ApiResponse, now: number): Record<string, string> {
  if (status !== 429 && status !== 403) return {};
  const given = headers.get('retry-after') ?? '';
  if (/^\d{1,6}(\.\d*)?$/.test(given)) return retryAfter(Number(given) * 1000);
  const reset = headers.get('x-ratelimit-reset') ?? '';
  // What is no date some engines read as one.
  const date = /GMT$/.test(given) ? Date.parse(given) : Number.NaN;
  const at = /^\d{10}$/.test(reset) ? Number(reset) * 1000 : date;
  return Number.isNaN(at) ? {} : retryAfter(at - now);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function badAnswer(message: string): ProxyError {
  return new ProxyError(502, 'bad_api_answer', message, {mayHaveActed: true});
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
