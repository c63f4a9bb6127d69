/** The heap of an open stream; `npm run bench:proxy` measures the memory of the whole process. */
import assert from 'node:assert/strict';
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {Agent, get, type IncomingMessage, type ServerResponse} from 'node:http';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createOrderIdSigner} from '../../../src/proxy/core/signed-order-id.js';
import {secret} from '../support/fake-api.js';
import {openServers} from '../support/listen.js';

const servers = openServers();
after(() => servers.close());

const count = 400;

test('an open stream keeps less than 16 KiB, two connections of Node’s own being 11 of them', async () => {
  const sources: ServerResponse[] = [];
  const upstream = await servers.listen((_, res) => {
    res.writeHead(200, {'content-type': 'text/event-stream'}).flushHeaders();
    sources.push(res);
  });
  const file = fileURLToPath(new URL('../support/held-proxy.ts', import.meta.url));
  const child = fork(file, {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    env: {...process.env, SECRET: secret, UPSTREAM: upstream},
  });
  after(() => child.kill());
  const [port] = (await once(child, 'message')) as [number];
  const used = async () => {
    const answer = once(child, 'message') as Promise<[number]>;
    child.send('memory');
    return (await answer)[0];
  };
  const {sign} = createOrderIdSigner([secret]);
  const agent = new Agent({maxSockets: Number.POSITIVE_INFINITY});
  after(() => agent.destroy());

  const open = async (from: number, to: number) => {
    for (let order = from; order < to; order++) {
      const call = get(`http://127.0.0.1:${port}/v5/orders/${await sign(`order-${order}`)}/subscribe`, {
        agent,
      });
      call.on('error', () => {});
      const [response] = (await once(call, 'response')) as [IncomingMessage];
      assert.equal(response.statusCode, 200);
      response.on('error', () => {}).resume();
    }
  };
  const order = (id: number) => ({
    order_id: `order-${id}`,
    order_state: 'WaitingPayment',
    coin_amount: '12.5',
  });
  const say = () => {
    for (const [id, source] of sources.entries()) source.write(`data: ${JSON.stringify(order(id))}\n\n`);
  };

  await open(0, 50);
  say();
  const before = await used();
  await open(50, 50 + count);
  say();
  say();
  const each = ((await used()) - before) / count / 1024;
  assert.ok(each < 16, `${each.toFixed(1)} KiB`);
});
