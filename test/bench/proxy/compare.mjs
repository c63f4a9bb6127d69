import {median} from '../report.mjs';
import {cpuOf} from './processes.mjs';
import {throughput} from './throughput.mjs';

const warmUp = 2;
const rounds = 3;
const seconds = 2;

/**
 * Measures the contenders in turn, three times each, after each has had time to warm up. Returns for each the medians of its
 * requests a second, 99th percentile (ms), processor time per request (s), and requests to the API per request; or the
 * `reason` why it could not be measured.
 */
export async function compare(contenders, api, {paths, headers}, {idsFor, wrk}) {
  // Counts across contenders, so that no number is requested twice.
  let next = 1;
  const load = async ({name, url}, time) => {
    const options = {paths: paths(idsFor(name)), headers, seconds: time, first: next, program: wrk};
    const result = await throughput(url, options);
    next += result.requests + 1000;
    return result;
  };
  const measure = async contender => {
    const [counts, cpu] = [await api.counts(), cpuOf(contender.pid)];
    const result = await load(contender, seconds);
    return {
      ...result,
      cpu: (cpuOf(contender.pid) - cpu) / result.requests,
      upstream: ((await api.counts()).asked - counts.asked) / result.requests,
    };
  };
  const found = new Map(contenders.map(({name}) => [name, {list: []}]));
  const turn = async work => {
    for (const contender of contenders) {
      const {name} = contender;
      if (found.get(name).reason) continue;
      await work(contender).catch(({message}) => found.set(name, {reason: message}));
    }
  };
  await turn(contender => load(contender, warmUp));
  for (let round = 0; round < rounds; round++) {
    await turn(async contender => found.get(contender.name).list.push(await measure(contender)));
  }
  const keys = ['rate', 'p99', 'cpu', 'upstream'];
  return [...found].map(([name, {reason, list}]) => {
    if (reason) return {name, reason};
    return {name, ...Object.fromEntries(keys.map(key => [key, median(list.map(each => each[key]))]))};
  });
}
