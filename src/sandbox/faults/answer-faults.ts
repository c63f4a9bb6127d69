import {errorResponse, jsonResponse} from '../support/responses.js';
import type {Sleep} from '../support/timers.js';

/** The options of a fault that its kind reads. */
interface Options {
  readonly status?: number | undefined;
  readonly retryAfter?: number | undefined;
  readonly resetAfter?: number | undefined;
  readonly milliseconds?: number | undefined;
}

export interface FaultContext {
  /** Handles the request; called before or after the fault, or never. */
  readonly respond: () => Promise<Response>;
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  readonly now: () => number;
}

type FaultyAnswer = (options: Options, context: FaultContext) => Response | Promise<Response>;

/** How each kind of fault answers a request. To add a kind, add a row, and document it at `Fault`. */
const answers = {
  status: ({status = 503, retryAfter, resetAfter}, {now}) => {
    const response = errorResponse(status, 'SANDBOX_FAULT', `A fault of the sandbox has status ${status}.`);
    if (retryAfter !== undefined) response.headers.set('Retry-After', String(retryAfter));
    if (resetAfter !== undefined) {
      response.headers.set('X-RateLimit-Remaining', '0');
      response.headers.set('X-RateLimit-Reset', String(Math.floor(now() / 1000) + resetAfter));
    }
    return response;
  },
  html: ({status = 200}) =>
    new Response('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>', {
      status,
      headers: {'Content-Type': 'text/html; charset=utf-8'},
    }),
  shape: () => jsonResponse({hello: ['what', {is: 'this'}], order: null}),
  truncate: async (_, {respond}) => {
    const response = await respond();
    const {status, headers} = response;
    const text = await response.text();
    return new Response(text.slice(0, text.length / 2), {status, headers});
  },
  hang: (_, {signal}) =>
    new Promise((_, reject) => {
      const abort = () => reject(signal.reason);
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort, {once: true});
    }),
  drop: () => new Response(brokenBody(), {headers: {'Content-Type': 'application/json'}}),
  delay: async ({milliseconds = 1000}, {respond, signal, sleep}) => {
    await sleep(milliseconds, signal);
    return respond();
  },
} satisfies Record<string, FaultyAnswer>;

export type AnswerFaultKind = keyof typeof answers;

export const answerFaultKinds = Object.keys(answers) as readonly AnswerFaultKind[];

/** Answers a request as the kind of fault does. */
export const faultyAnswers: Readonly<Record<AnswerFaultKind, FaultyAnswer>> = answers;

/** Sends a few bytes and breaks off: a server resets the connection, a reader in the same process gets an error. */
function brokenBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('{"order'));
      controller.error(new Error('The sandbox dropped the connection.'));
    },
  });
}
