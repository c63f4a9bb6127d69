import {failure, json} from './answer.js';
import type {Fault} from './faults.js';

/** Waits so many milliseconds, or until the signal ends the wait. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Answers a request as the fault says; `answer` is what the sandbox would have said. */
export async function spoil(
  fault: Fault,
  request: Request,
  answer: () => Promise<Response>,
  sleep: Sleep,
): Promise<Response> {
  if (fault.fault === 'delay') {
    await sleep(fault.milliseconds ?? 1000, request.signal);
    return answer();
  }
  if (fault.when === 'after') await answer();
  switch (fault.fault) {
    case 'status': {
      const status = fault.status ?? 503;
      const response = failure(status, 'SANDBOX_FAULT', `The sandbox was told to answer ${status}.`);
      if (fault.retryAfter !== undefined) response.headers.set('Retry-After', String(fault.retryAfter));
      return response;
    }
    case 'html':
      return new Response('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>', {
        headers: {'Content-Type': 'text/html; charset=utf-8'},
      });
    case 'shape':
      return json({hello: ['what', {is: 'this'}], order: null});
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
