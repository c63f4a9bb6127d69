import {Agent, type ClientRequest, type IncomingMessage, request as plainRequest} from 'node:http';
import {Agent as SecureAgent, request as secureRequest} from 'node:https';
import {Readable} from 'node:stream';
import {createSecureContext} from 'node:tls';
import {isEventStream, type OpenEvents, type Opened} from '../upstream/open-stream.js';

/** Event streams by Node's own client, which needs half the memory of `fetch` for one that is open. */
export function createNodeEvents(): OpenEvents {
  const agent = new Agent();
  // One context for all, 14 KiB that each would else have of its own; made on first use, for it reads all certificates.
  let made: SecureAgent | undefined;
  const secureAgent = () => (made ??= new SecureAgent({secureContext: createSecureContext()}));
  return ({url, headers}, signal) => {
    // As a list, of which Node keeps nothing once it is sent.
    const all = {host: new URL(url).host, ...headers, 'accept-encoding': 'identity'};
    const options = {headers: Object.entries(all).flat()};
    const outgoing = url.startsWith('https:')
      ? secureRequest(url, {...options, agent: secureAgent()})
      : plainRequest(url, {...options, agent});
    return open(outgoing, signal);
  };
}

/** A function of its own: what it has in sight stays in memory for as long as the stream is open. */
function open(outgoing: ClientRequest, signal: AbortSignal): Promise<Opened> {
  const abort = () => outgoing.destroy();
  signal.addEventListener('abort', abort, {once: true});
  if (signal.aborted) abort();
  return answerTo(outgoing).finally(() => signal.removeEventListener('abort', abort));
}

function answerTo(outgoing: ClientRequest): Promise<Opened> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', cause => reject(new TypeError('The API cannot be reached', {cause})));
    outgoing.on('response', incoming => {
      // It says that it is closed, too.
      incoming.on('error', ignore);
      const {statusCode = 0, headers} = incoming;
      // What came packed though it was asked not to cannot be cut into events.
      const isPlain = /^(identity)?$/i.test(headers['content-encoding'] ?? '');
      const isOpen = statusCode === 200 && isPlain && isEventStream(headers['content-type']);
      resolve(isOpen ? {tap: incoming} : {refusal: responseOf(incoming, statusCode)});
    });
    outgoing.end();
  });
}

function ignore(): void {}

/** What is read of a refusal. */
function responseOf(incoming: IncomingMessage, status: number): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after', 'x-ratelimit-reset']) {
    const value = incoming.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const hasBody = status >= 200 && ![204, 205, 304].includes(status);
  if (!hasBody) incoming.resume();
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
  return new Response(body, {status: status >= 200 && status <= 599 ? status : 502, headers});
}
