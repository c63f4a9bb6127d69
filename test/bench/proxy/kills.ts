/**
 * Kills proxies around orders, 250 times one instance with a file of claims and 250 times one of three instances on Redis,
 * and prints how many orders the keys made: never more than one each.
 * Usage: node --import tsx test/bench/proxy/kills.ts [kills]
 */
import {type KillOptions, type KillReport, killLoop} from '../../proxy/support/kill-loop.js';
import {startRedis} from '../../proxy/support/redis-server.js';

const kills = Number(process.argv[2] ?? 250);
/** Kills of one partner, whose instances share a limit of orders. */
const batch = 20;

async function report(name: string, options: Omit<KillOptions, 'kills'>): Promise<void> {
  const reports: KillReport[] = [];
  for (let done = 0; done < kills; done += batch) {
    reports.push(await killLoop({...options, kills: Math.min(batch, kills - done)}));
  }
  const sum = (value: (report: KillReport) => number) =>
    reports.reduce((total, each) => total + value(each), 0);
  const orders = [0, 1, 2, 3].map(count => `${count}: ${sum(each => each.ordersPerKey[count] ?? 0)}`);
  console.log(
    `${name}: ${sum(each => each.kills)} kills; keys by orders made ${orders.join(', ')}; answers with the order ` +
      `${sum(each => each.answers.order)}, order_unknown ${sum(each => each.answers.unknown)}, neither ` +
      `${sum(each => each.answers.other)}; of another order ${sum(each => each.wrong)}`,
  );
}

const redis = await startRedis();
try {
  await report('three instances on Redis', {instances: 3, redis: redis.url});
  await report('one instance with a file of claims', {instances: 1});
} finally {
  await redis.close();
}
