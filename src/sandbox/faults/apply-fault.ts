import {errorResponse, jsonResponse} from '../support/responses.js';
import {type Fault, isStreamKind} from './fault.js';

/** Waits so many milliseconds, or until the signal ends the wait. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export interface SpoilContext {
  /** What the sandbox would have said. */
  readonly answer: () => Promise<Response>;
  readonly sleep: Sleep;
  readonly now: () => number;
}

/** Answers a request as the fault says. What befalls a stream is left to the stream. */
export async function applyFault(fault: Fault, request: Request, context: SpoilContext): Promise<Response> {
  const {answer, sleep} = context;
  const {fault: kind} = fault;
  if (isStreamKind(kind)) return answer();
  if (kind === 'delay') {
    await sleep(fault.milliseconds ?? 1000, request.signal);
    return answer();
  }
  if (kind === 'truncate') {
    const {status, headers, ...whole} = await readWhole(await answer());
    return new Response(whole.text.slice(0, whole.text.length / 2), {status, headers});
  }
  if (fault.when === 'after') await answer();
  switch (kind) {
    case 'status':
      return errorOf(fault, context.now());
    case 'html':
      return new Response('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>', {
        status: fault.status ?? 200,
        headers: {'Content-Type': 'text/html; charset=utf-8'},
      });
    case 'shape':
      return jsonResponse({hello: ['what', {is: 'this'}], order: null});
    case 'hang':
      return new Promise((_, reject) => {
        const giveUp = () => reject(request.signal.reason);
        if (request.signal.aborted) giveUp();
        request.signal.addEventListener('abort', giveUp, {once: true});
      });
    case 'drop':
      return brokenAnswer();
  }
}

async function readWhole(response: Response) {
  const {status, headers} = response;
  return {status, headers, text: await response.text()};
}

function errorOf({status = 503, retryAfter, resetAfter}: Fault, now: number): Response {
  const response = errorResponse(status, 'SANDBOX_FAULT', `The sandbox was told to answer ${status}.`);
  if (retryAfter !== undefined) response.headers.set('Retry-After', String(retryAfter));
  if (resetAfter !== undefined) {
    response.headers.set('X-RateLimit-Remaining', '0');
    response.headers.set('X-RateLimit-Reset', String(Math.floor(now / 1000) + resetAfter));
  }
  return response;
}

/** Begins like an answer and breaks off: over HTTP the connection is reset, in process the body cannot be read. */
function brokenAnswer(): Response {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('{"order'));
      controller.error(new Error('The sandbox dropped the connection.'));
    },
  });
  return new Response(body, {headers: {'Content-Type': 'application/json'}});
}
