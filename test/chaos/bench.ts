/**
 * Buys a card per fault, and prints what came of it. The story runs faster than the wall's clock: the page's own timers
 * and clock are hurried by a script that runs before the element's, and the servers get theirs as parameters.
 *
 * Usage: npm run faults [-- [--pairs] [--behind] [--speed N] [--width N] [name ...]]
 */
import {parseArgs} from 'node:util';
import {openBrowser} from '../e2e/support/browser.js';
import {faultNamed, faults} from './faults.js';
import {inParallel} from './in-parallel.js';
import {wrongsOf} from './judge.js';
import type {Fault} from './mishap.js';
import {namesOf, type PurchasePlan, type PurchaseReport, purchase} from './purchase.js';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    pairs: {type: 'boolean', default: false},
    behind: {type: 'boolean', default: false},
    speed: {type: 'string'},
    width: {type: 'string', default: '3'},
  },
});
const wanted = positionals.length > 0 ? positionals.map(faultNamed) : faults;
const speed = Number(values.speed ?? (values.pairs ? 20 : 5));
const plans: readonly PurchasePlan[] = [
  ...wanted.map((fault): PurchasePlan => ({faults: [fault], speed})),
  ...(values.behind
    ? streamFaults(wanted).map((fault): PurchasePlan => ({faults: [], behind: [fault], speed}))
    : []),
  ...(values.pairs ? pairsOf(wanted).map((pair): PurchasePlan => ({faults: pair, speed})) : []),
];

const browser = await openBrowser();
let failed = 0;
console.log(`${plans.length} purchases, ${speed} times as fast as the clock\n`);
console.log('| Fault | Change to screen, s | Events | Requests of the order | In the busiest minute |');
console.log('| --- | --- | --- | --- | --- |');
await inParallel(plans, Number(values.width), async plan => {
  try {
    const report = await purchase(browser, plan);
    console.log(row(report));
    const wrongs = wrongsOf(report);
    if (wrongs.length > 0) failed += 1;
    for (const wrong of wrongs) console.log(`  WRONG: ${wrong}`);
  } catch (error) {
    failed += 1;
    console.log(`| ${namesOf(plan)} | no purchase: ${String(error).split('\n')[0]} |`);
  }
});
await browser.close();
console.log(`\n${plans.length - failed} of ${plans.length} purchases went as they should`);
process.exitCode = failed > 0 ? 1 : 0;

function row({names, latencies, events, requests, busiestMinute}: PurchaseReport): string {
  const seconds = Object.values(latencies).map(milliseconds => (milliseconds / 1000).toFixed(1));
  const count = (type: string) => events.filter(event => event.type === type).length;
  const counted = `${count('cr-order-change')} changes, ${count('cr-done')} done, ${count('cr-error')} errors`;
  const made = `${requests.getOrder ?? 0} reads, ${requests.subscribeOrder ?? 0} streams`;
  return `| ${names} | ${seconds.join(', ')} | ${counted} | ${made} | ${busiestMinute} |`;
}

/** Returns the faults of the stream and of reads alone, which can also occur between our proxy and the API. */
function streamFaults(all: readonly Fault[]): readonly Fault[] {
  return all.filter(({befall, sleeps}) => !sleeps && befall({route: 'createOrder', nth: 1}) === undefined);
}

function pairsOf(all: readonly Fault[]): readonly (readonly [Fault, Fault])[] {
  const real = all.filter(({name}) => name !== 'none');
  return real.flatMap((one, index) => real.slice(index + 1).map(other => [one, other] as const));
}
