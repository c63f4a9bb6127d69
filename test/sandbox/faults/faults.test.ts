import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Fault} from '../../../src/sandbox/index.js';
import {startSandbox} from '../../../src/sandbox/node.js';
import {createHarness, orderRequest, start} from '../harness.js';

const brands = 'https://api.test/v2/brands?country_code=US';

function faulty(fault: unknown, options = {}) {
  const harness = createHarness(options);
  return {...harness, set: () => harness.post<unknown>('/sandbox/faults', fault)};
}

test('a status fault applies to `times` requests', async () => {
  const {set, sandbox, headers} = faulty({fault: 'status', status: 429, retryAfter: 7, times: 2});
  assert.equal((await set()).status, 200);
  const answers = [];
  for (let count = 0; count < 3; count++) answers.push(await sandbox(brands, {headers}));
  assert.deepEqual(
    answers.map(({status}) => status),
    [429, 429, 200],
  );
  assert.equal(answers[0]?.headers.get('Retry-After'), '7');
});

test('a fault of a route does not apply to others', async () => {
  const {set, get} = faulty({fault: 'status', routes: ['listProducts']});
  await set();
  assert.equal((await get('/v2/brands?country_code=US')).status, 200);
  assert.equal((await get('/v5/products/country/US?family_name=x')).status, 503);
});

test('a fault with 0 times lasts until the faults are cleared', async () => {
  const {set, get, delete: remove} = faulty({fault: 'status', times: 0});
  await set();
  for (let count = 0; count < 5; count++) assert.equal((await get('/v3/payment_vias')).status, 503);
  assert.equal((await get<unknown[]>('/sandbox/faults')).body.length, 1);
  assert.deepEqual((await remove('/sandbox/faults')).body, []);
  assert.equal((await get('/v3/payment_vias')).status, 200);
});

test('html and shape respond 200 with an unexpected body', async () => {
  const html = faulty({fault: 'html'});
  await html.set();
  const page = await html.sandbox(brands, {headers: html.headers});
  assert.equal(page.status, 200);
  assert.match(page.headers.get('Content-Type') ?? '', /^text\/html/);
  const shape = faulty({fault: 'shape'});
  await shape.set();
  const {status, body} = await shape.get<object>('/v2/brands?country_code=US');
  assert.equal(status, 200);
  assert.ok(!('categories' in body));
});

test('hang does not respond until the request is aborted', async () => {
  const {set, sandbox, headers} = faulty({fault: 'hang'});
  await set();
  const controller = new AbortController();
  const answer = sandbox(brands, {headers, signal: controller.signal});
  const winner = await Promise.race([answer, new Promise(resolve => setImmediate(() => resolve('nothing')))]);
  assert.equal(winner, 'nothing');
  controller.abort();
  await assert.rejects(answer, {name: 'AbortError'});
});

test('drop breaks the body', async () => {
  const {set, sandbox, headers} = faulty({fault: 'drop'});
  await set();
  const response = await sandbox(brands, {headers});
  await assert.rejects(response.json());
});

test('drop resets the connection of a server', async () => {
  const {url, sandbox, close} = await startSandbox();
  sandbox.fault({fault: 'drop'});
  const {headers} = createHarness();
  await assert.rejects(async () => (await fetch(`${url}/v2/brands?country_code=US`, {headers})).json());
  await close();
});

test('delay sends the right response later', async () => {
  const waited: number[] = [];
  const {set, get} = faulty(
    {fault: 'delay', milliseconds: 1500},
    {sleep: async (time: number) => void waited.push(time)},
  );
  await set();
  assert.equal((await get('/v2/brands?country_code=US')).status, 200);
  assert.deepEqual(waited, [1500]);
});

test('a fault after the request loses the response but not the order', async () => {
  for (const when of ['before', 'after'] as const) {
    const {sandbox, post} = createHarness();
    sandbox.fault({fault: 'status', status: 502, routes: ['createOrder'], when});
    assert.equal((await post('/v5/orders', orderRequest())).status, 502);
    assert.equal(sandbox.orders().length, when === 'after' ? 1 : 0);
  }
});

test('an invalid fault is refused with the reason', async () => {
  const {post, get} = createHarness();
  const bad: unknown[] = [
    null,
    {},
    {fault: 'explode'},
    {fault: 'status', status: 200},
    {fault: 'status', times: -1},
    {fault: 'delay', milliseconds: 'long'},
    {fault: 'html', routes: ['everything']},
    {fault: 'html', when: 'never'},
  ];
  for (const fault of bad) {
    const {status, body} = await post<{message: string}>('/sandbox/faults', fault);
    assert.equal(status, 400, JSON.stringify(fault));
    assert.ok(body.message.length > 10);
  }
  assert.deepEqual((await get<Fault[]>('/sandbox/faults')).body, []);
});

test('truncate sends the first half of the right body', async () => {
  const {set, sandbox, headers} = faulty({fault: 'truncate'});
  const whole = await (await sandbox(brands, {headers})).text();
  await set();
  const response = await sandbox(brands, {headers});
  const part = await response.text();
  assert.equal(response.headers.get('Content-Type'), 'application/json');
  assert.ok(whole.startsWith(part) && part.length < whole.length);
  assert.throws(() => JSON.parse(part));
});

test('an HTML page can have the status of a gateway error', async () => {
  const {set, sandbox, headers} = faulty({fault: 'html', status: 502});
  await set();
  const page = await sandbox(brands, {headers});
  assert.equal(page.status, 502);
  assert.match(await page.text(), /^<!doctype html>/);
});

test('a rate limit can name the time at which it ends', async () => {
  const {set, sandbox, headers} = faulty({fault: 'status', status: 403, resetAfter: 20});
  await set();
  const response = await sandbox(brands, {headers});
  assert.equal(response.status, 403);
  assert.equal(response.headers.get('X-RateLimit-Reset'), String(start / 1000 + 20));
  assert.equal(response.headers.get('X-RateLimit-Remaining'), '0');
  assert.equal(response.headers.get('Retry-After'), null);
});

test('a fault can last for a time on the clock', async () => {
  const {set, get, pass} = faulty({fault: 'status', lasts: 60_000});
  await set();
  for (let count = 0; count < 3; count++) assert.equal((await get('/v3/payment_vias')).status, 503);
  pass(59_999);
  assert.equal((await get('/v3/payment_vias')).status, 503);
  pass(1);
  assert.equal((await get('/v3/payment_vias')).status, 200);
  assert.deepEqual((await get('/sandbox/faults')).body, []);
});

test('a fault can have a time and a number of requests, and ends at the first of the two', async () => {
  const {set, get, pass} = faulty({fault: 'status', lasts: 1000, times: 2});
  await set();
  assert.equal((await get('/v3/payment_vias')).status, 503);
  pass(1000);
  assert.equal((await get('/v3/payment_vias')).status, 200);
});

test('a fault can let some requests succeed first', async () => {
  const {set, get} = faulty({fault: 'status', skip: 2});
  await set();
  const statuses = [];
  for (let count = 0; count < 4; count++) statuses.push((await get('/v3/payment_vias')).status);
  assert.deepEqual(statuses, [200, 200, 503, 200]);
});

test('a fault of a stream applies to no other route and waits for its stream', async () => {
  const {set, get} = faulty({fault: 'silent'});
  await set();
  assert.equal((await get('/v3/payment_vias')).status, 200);
  assert.equal((await get<unknown[]>('/sandbox/faults')).body.length, 1);
});

test('a fault that does not apply to its routes is refused', async () => {
  const {post} = createHarness();
  for (const fault of [
    {fault: 'silent', routes: ['getOrder']},
    {fault: 'truncate', routes: ['subscribeOrder']},
  ]) {
    assert.equal((await post('/sandbox/faults', fault)).status, 400, fault.fault);
  }
});
