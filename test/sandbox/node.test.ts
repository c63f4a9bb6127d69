import assert from 'node:assert/strict';
import {get, type IncomingMessage} from 'node:http';
import {test} from 'node:test';
import {startSandbox} from '../../src/sandbox/node.js';
import {orderRequest} from './harness.js';

test('a client that leaves a stream causes no error on the server and no line in its log', async t => {
  const written = t.mock.method(console, 'error', () => undefined);
  const server = await startSandbox();
  const headers = {'X-Cr-Application': 'partner', 'X-Cr-Version': '1.0', 'Content-Type': 'application/json'};
  const answer = await fetch(`${server.url}/v5/orders`, {
    method: 'POST',
    headers,
    body: JSON.stringify(orderRequest()),
  });
  const {order_id} = (await answer.json()) as {order_id: string};
  const response = await new Promise<IncomingMessage>(resolve => {
    get(`${server.url}/v5/orders/${order_id}/subscribe`, {headers}, resolve);
  });
  await new Promise(resolve => response.once('data', resolve));
  response.on('error', () => undefined).destroy();
  // The response to a second request comes after the server has noticed the end of the first.
  await fetch(`${server.url}/v5/orders/${order_id}`, {headers});
  await server.close();
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(
    written.mock.calls.map(call => call.arguments),
    [],
  );
});
