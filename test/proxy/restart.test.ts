/** One key makes one order, whenever the process that handles it is killed. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type KillReport, killLoop} from './support/kill-loop.js';
import {startRedis} from './support/redis-server.js';

/** The whole loop has 500 kills: `node --import tsx test/bench/proxy/kills.ts`. */
const kills = 6;

function assertOneOrderEach(report: KillReport) {
  const summary = JSON.stringify(report);
  assert.equal(report.kills, kills);
  for (const orders of Object.keys(report.ordersPerKey)) assert.ok(Number(orders) <= 1, summary);
  assert.equal(report.wrong, 0, summary);
  assert.equal(report.answers.other, 0, summary);
}

test('one instance with a file of claims is killed at random moments', async () => {
  assertOneOrderEach(await killLoop({kills, instances: 1}));
});

test('three instances with Redis are killed at random moments', async () => {
  const redis = await startRedis();
  try {
    assertOneOrderEach(await killLoop({kills, instances: 3, redis: redis.url}));
  } finally {
    await redis.close();
  }
});
