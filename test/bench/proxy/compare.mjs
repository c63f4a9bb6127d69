import {median} from '../report.mjs';
import {cpuOf} from './processes.mjs';
import {throughput} from './throughput.mjs';

const warmUp = 2;
const rounds = 3;
const seconds = 3;
/**
 * Asks the contenders in turn, three times each, after each has had time to warm up. Answers for each the medians of its
 * requests a second, 99th percentile (ms), processor time per request (s), and requests to the API per request.
 */
export async function compare(contenders, api, {paths, headers}, idsFor) {
  // So that no number is asked twice.
  let asked = 1;
  const ask = async ({name, url}, time) => {
    const result = await throughput(url, {paths: paths(idsFor(name)), headers, seconds: time, first: asked});
    asked += result.requests + 1000;
    return result;
  };
  for (const contender of contenders) await ask(contender, warmUp);
  const results = new Map(contenders.map(({name}) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const [counts, cpu] = [await api.counts(), cpuOf(contender.pid)];
      const result = await ask(contender, seconds);
      results.get(contender.name).push({
        ...result,
        cpu: (cpuOf(contender.pid) - cpu) / result.requests,
        upstream: ((await api.counts()).asked - counts.asked) / result.requests,
      });
    }
  }
  const figure = (list, key) => median(list.map(each => each[key]));
  const keys = ['rate', 'p99', 'cpu', 'upstream'];
  return [...results].map(([name, list]) => ({
    name,
    ...Object.fromEntries(keys.map(key => [key, figure(list, key)])),
  }));
}
