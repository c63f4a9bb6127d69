import type {RouteLimit} from '../core/limit-options.js';
import type {Networks} from '../core/networks.js';
import type {Budget} from '../core/store.js';

/** The part of the partner's budget that is kept for networks that have used little of theirs. */
const reserve = 1 / 4;
/** The part of a buyer's budget that counts as little. */
const little = 1 / 4;
/**
 * Returns the ways in which a request may be counted, of which one suffices: within the common part of the partner's
 * budget; or within all of it, if the buyer's network has used little in this window. Each is a list of budgets that must
 * all have a free slot: of the buyer, of the networks around it, and of the partner. No list has an unlimited budget.
 *
 * So one network, however many addresses it has, leaves room to others, and a buyer who comes late finds some.
 */
export function budgetsFor(
  route: string,
  {partner, buyer, window}: RouteLimit,
  networks: Networks | undefined,
): Budget[][] {
  const key = (name: string) => `${name}:${route}:${window}`;
  const whole = {key: key('partner'), limit: partner};
  if (!networks) return [limited([whole])];
  // Not by a subtraction, which is no number where there is no limit.
  const common = {...whole, limit: Math.ceil(partner * (1 - reserve))};
  const outermost = Math.max(buyer, Math.min(common.limit, 4 * buyer));
  const around = networks.around.map((name, index, {length}) => {
    const limit = index === length - 1 ? outermost : Math.min(outermost, 2 * buyer);
    return {key: key(`network:${name}`), limit};
  });
  const own = [{key: key(`buyer:${networks.buyer}`), limit: buyer}, ...around];
  const rarely = own.with(-1, {...own.at(-1)!, limit: Math.max(1, Math.floor(buyer * little))});
  return [limited([...own, common]), limited([...rarely, whole])];
}

function limited(budgets: readonly Budget[]): Budget[] {
  return budgets.filter(({limit}) => limit !== Number.POSITIVE_INFINITY);
}
