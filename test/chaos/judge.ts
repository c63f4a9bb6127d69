import type {Fault} from './mishap.js';
import type {PurchaseReport} from './purchase.js';
import {STATES} from './purchase.js';

/** Maximum reads and streams of one order in any minute: with a healthy stream, and without. */
const HEALTHY = 4;
const UNHEALTHY = 15;

export function limitFor(faults: readonly Fault[]): number {
  return faults.every(fault => fault.sparesStream) ? HEALTHY : UNHEALTHY;
}

/** Returns the faults of a purchase as sentences; an empty list is a good purchase. */
export function wrongsOf(report: PurchaseReport): readonly string[] {
  const wrongs: string[] = [];
  const perMinute = limitFor(report.faults);
  const check = (isRight: boolean, text: string) => {
    if (!isRight) wrongs.push(text);
  };
  const eventsOf = (type: string) => report.events.filter(event => event.type === type);
  const changes = eventsOf('cr-order-change').map(({detail}) => String(detail.state));
  check(report.orders === 1, `${report.orders} orders were made`);
  check(report.codes.length > 0, 'no code was shown');
  check(changes.join() === STATES.join(), `the changes reported were ${changes.join(', ')}`);
  check(
    eventsOf('cr-order-created').length === 1,
    `cr-order-created came ${eventsOf('cr-order-created').length} times`,
  );
  check(eventsOf('cr-done').length === 1, `cr-done came ${eventsOf('cr-done').length} times`);
  check(eventsOf('cr-order-failed').length === 0, 'cr-order-failed came');
  const last = report.events.findLast(({type}) => type !== 'cr-error')?.type;
  check(last === 'cr-done', `the last event was ${last}`);
  check(
    report.busiestMinute <= perMinute,
    `${report.busiestMinute} requests in a minute, at most ${perMinute}`,
  );
  for (const complaint of report.complaints) wrongs.push(complaint);
  return wrongs;
}
