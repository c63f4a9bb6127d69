import * as http from 'node:http';
import * as https from 'node:https';
import {Readable} from 'node:stream';
import {passEvents} from './pass-events.js';
import {isEventStream, type OpenStream} from './platform-stream.js';

/** Opens event streams by Node's own client: through `fetch` each takes several times the memory. */
export function createNodeStreams(): OpenStream {
  // No stream's connection is used for another.
  const agents = {http: new http.Agent(), https: new https.Agent()};

  return ({url, headers}, signal) =>
    new Promise((resolve, reject) => {
      const given = Object.fromEntries(headers);
      const request = url.startsWith('https:')
        ? https.get(url, {headers: given, agent: agents.https})
        : http.get(url, {headers: given, agent: agents.http});
      const giveUp = () => request.destroy();
      signal.addEventListener('abort', giveUp, {once: true});
      // The failure is the cause, as with `fetch`.
      request.on('error', cause => reject(new TypeError('The stream could not be opened', {cause})));
      request.once('response', incoming => {
        signal.removeEventListener('abort', giveUp);
        incoming.on('error', () => {});
        resolve({
          isOpen: isEventStream(incoming.statusCode ?? 0, incoming.headers['content-type']),
          asResponse: () => asResponse(incoming),
          passOn: options => ({relayTo: sink => passEvents(incoming, sink, options)}),
        });
      });
      if (signal.aborted) giveUp();
    });
}

function asResponse(incoming: http.IncomingMessage): Response {
  const {statusCode: status = 0, headers} = incoming;
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  const isEmpty = status === 204 || status === 205 || status === 304;
  return new Response(isEmpty ? null : body, {
    status: status < 200 || status > 599 ? 502 : status,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
  });
}
