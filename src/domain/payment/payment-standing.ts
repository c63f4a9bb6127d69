import type {OrderChange} from '../order-change.js';
import {type Standing, standingOf} from '../standing.js';
import type {Network, Order} from '../types.js';
import {assetOf, chainNamed, chainOf} from './chains/index.js';
import {deadlineOf} from './deadline.js';

export interface PaymentStandingFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Network of `/v3/payment_vias`; `undefined` until it is known. */
  readonly network?: Network | undefined;
  readonly isReportedWrong?: boolean | undefined;
  readonly change?: OrderChange | undefined;
}

/** Returns how an order stands, with its deadline and with what its coin and chain can send. */
export function paymentStanding(order: Order, facts: PaymentStandingFacts): Standing {
  const {network, now, isReportedWrong, change} = facts;
  const chain = chainNamed(chainOf(order, network));
  const asset = chain && assetOf(chain, order.coin ?? '', network);
  return standingOf(order, {
    now,
    deadline: deadlineOf(order, now),
    isPaidAsWhole: chain?.name === 'lightning',
    places: asset?.decimals ?? network?.contract?.decimals,
    dust: asset && !asset.contract ? chain?.dust : undefined,
    minimum: network?.minimum,
    isReportedWrong,
    change,
  });
}
