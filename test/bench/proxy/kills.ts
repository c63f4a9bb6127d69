/** Kills proxies 500 times around orders and prints how many orders each key made: never more than one. */
import {killLoop} from '../../proxy/support/kill-loop.js';
import {startRedis} from '../../proxy/support/redis-server.js';

const kills = Number(process.argv[2] ?? 250);
console.log('one instance, file of claims', JSON.stringify(await killLoop({kills, instances: 1})));
const redis = await startRedis();
try {
  console.log(
    'three instances, Redis',
    JSON.stringify(await killLoop({kills, instances: 3, redis: redis.url})),
  );
} finally {
  await redis.close();
}
