/** Idempotency keys in a file: what is on disk counts, whatever the process met. */
import assert from 'node:assert/strict';
import fs, {mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {createProxy} from '../../../src/proxy/index.js';
import {openClaims} from '../../../src/proxy/stores/claims.js';
import type {FileSystem} from '../../../src/proxy/stores/node-files.js';
import {errorCode, openProxy, orderRequest, secret} from '../support/fake-api.js';

const folder = mkdtempSync(join(tmpdir(), 'claims-'));
after(() => rmSync(folder, {recursive: true}));

let count = 0;
const newFile = () => join(folder, `claims-${++count}`);
const day = 86_400_000;

test('a value is there for the next process, and only its owner can read the file', async () => {
  const file = newFile();
  const store = openClaims(file, Date.now, fs);
  assert.equal(await store.add('a', 'phở "1"', day), true);
  assert.equal(await store.add('a', '2', day), false);
  await store.set('b', 'done', day);
  await store.add('c', 'refused', day);
  await store.delete('c');
  await store.add('d', 'old', -1);
  const next = openClaims(file, Date.now, fs);
  assert.deepEqual(await Promise.all(['a', 'b', 'c', 'd'].map(key => next.get(key))), [
    'phở "1"',
    'done',
    undefined,
    undefined,
  ]);
  assert.equal(await next.add('a', '3', day), false);
  assert.equal(await next.add('c', '3', day), true);
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('the file is cut anywhere: what was complete stays, and what follows is written', async () => {
  const file = newFile();
  const store = openClaims(file, Date.now, fs);
  for (let key = 0; key < 5; key++) await store.add(`${key}`, `value ${key}`, day);
  await store.set('0', 'done', day);
  const whole = readFileSync(file);
  const lastLine = whole.length - 60;
  for (let length = 0; length <= whole.length; length += length < lastLine ? 17 : 1) {
    const torn = newFile();
    writeFileSync(torn, whole);
    truncateSync(torn, length);
    const complete = whole.subarray(0, length).toString().split('\n').slice(0, -1).filter(Boolean);
    const next = openClaims(torn, Date.now, fs);
    const known = await Promise.all([0, 1, 2, 3, 4].map(key => next.get(`${key}`)));
    assert.equal(known.filter(Boolean).length, Math.min(5, complete.length), `${length}`);
    assert.equal(await next.add('new', 'reservation', day), true);
    const last = openClaims(torn, Date.now, fs);
    assert.equal(await last.get('new'), 'reservation', `${length}`);
    rmSync(torn);
  }
});

test('of many processes that add a key at once, one has it, and each sees what the others do', async () => {
  const file = newFile();
  const stores = Array.from({length: 5}, () => openClaims(file, Date.now, fs));
  for (let key = 0; key < 20; key++) {
    const added = await Promise.all(stores.map((store, index) => store.add(`${key}`, `${index}`, day)));
    assert.equal(added.filter(Boolean).length, 1);
    for (const store of stores) assert.equal(await store.get(`${key}`), String(added.indexOf(true)));
  }
  await stores[0]!.set('0', 'done', day);
  assert.equal(await stores[4]!.get('0'), 'done');
  await stores[1]!.delete('1');
  assert.equal(await stores[3]!.get('1'), undefined);
});

test('the file stays bounded, while keys that are in use stay', async () => {
  const file = newFile();
  let time = 1_800_000_000_000;
  const [store, other] = [openClaims(file, () => time, fs), openClaims(file, () => time, fs)];
  await store.add('kept', 'reservation', day);
  for (let round = 0; round < 40; round++) {
    await Promise.all(
      Array.from({length: 100}, async (_, index) => {
        await (index % 2 ? store : other).add(`${round} ${index}`, 'x'.repeat(100), 1000);
      }),
    );
    time += 1000;
  }
  assert.ok(readFileSync(file, 'utf8').split('\n').length < 3000);
  for (const each of [store, other, openClaims(file, () => time, fs)]) {
    assert.equal(await each.get('kept'), 'reservation');
    assert.equal(await each.get('0 1'), undefined);
  }
});

test('a disk that is full rejects, and later lines are whole', async () => {
  const file = newFile();
  let isFull = false;
  const files: FileSystem = {
    ...fs,
    write(fd, bytes, done) {
      if (!isFull) return fs.write(fd, bytes, done);
      fs.writeSync(fd, bytes.subarray(0, 20));
      return done(new Error('ENOSPC'), 0);
    },
  };
  const store = openClaims(file, Date.now, files);
  await store.add('a', '1', day);
  isFull = true;
  await assert.rejects(store.add('b', '2', day));
  isFull = false;
  assert.equal(await store.add('c', '3', day), true);
  const next = openClaims(file, Date.now, fs);
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(key => next.get(key))), ['1', undefined, '3']);
});

test('a file that cannot be used is refused at start, and so is a shared store beside it', () => {
  const options = {partnerId: 'p', appVersion: '1', secrets: [secret]};
  for (const claims of [join(folder, 'missing', 'file'), folder])
    assert.throws(() => createProxy({...options, claims}), /set claims to a file that can be read/);
  for (const claims of ['', ' ', true, 5])
    assert.throws(
      () => createProxy({...options, claims: claims as never}),
      /set claims to the path of a file/,
    );
});

const key = {'idempotency-key': 'key-1'};

test('after a restart a finished key gives its order again, and another body is refused', async () => {
  const claims = newFile();
  const open = () => openProxy(() => Response.json({order_id: 'order-1'}), {secrets: [secret], claims});
  const one = open();
  const first = await (await one.post('/v5/orders', orderRequest, key)).json();
  const next = open();
  assert.deepEqual(await (await next.post('/v5/orders', orderRequest, key)).json(), first);
  assert.equal((await next.post('/v5/orders', {...orderRequest, lang: 'vi'}, key)).status, 422);
  assert.equal(next.requests.length, 0);
});

test('a key that ran when its process ended is unknown at once, and one that was refused is free', async () => {
  const claims = newFile();
  let reached = () => {};
  const atApi = new Promise<void>(resolve => {
    reached = resolve;
  });
  const dying = openProxy(
    ({body}) => {
      if ((body as {lang: string}).lang === 'vi')
        return Response.json({problems: [{problem: 'X'}]}, {status: 422});
      reached();
      return new Promise(() => {});
    },
    {secrets: [secret], claims, timeouts: {order: 500}},
  );
  const other = {'idempotency-key': 'key-2'};
  await dying.post('/v5/orders', {...orderRequest, lang: 'vi'}, other);
  void dying.post('/v5/orders', orderRequest, key);
  await atApi;
  const next = openProxy(() => Response.json({order_id: 'order-2'}), {secrets: [secret], claims});
  const response = await next.post('/v5/orders', orderRequest, key);
  assert.equal(response.status, 502);
  assert.equal(await errorCode(response), 'order_unknown');
  assert.equal(next.requests.length, 0);
  assert.equal((await next.post('/v5/orders', {...orderRequest, lang: 'vi'}, other)).status, 200);
});
