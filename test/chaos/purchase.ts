import type {Browser} from 'playwright-core';
import type {RouteName} from '../../src/routes.js';
import {Buyer} from './buyer.js';
import {openChaosPage} from './chaos-page.js';
import {type ChaosProxy, startChaos} from './chaos-proxy.js';
import type {Fault} from './mishap.js';
import type {PageEvent} from './page-scripts.js';
import {startShop} from './shop-server.js';
import {scaledTime} from './time.js';

export interface PurchasePlan {
  readonly faults: readonly Fault[];
  /** Faults between our proxy and the API. */
  readonly behind?: readonly Fault[];
  /** Speed of the story, as a multiple of the wall's clock. Default 10. */
  readonly speed?: number;
  /** Milliseconds of the story between a state on screen and the next change. Default 25 s. */
  readonly pause?: number;
  /** Attributes of the element, as HTML. */
  readonly attributes?: string;
}

/** Outcome of one purchase. */
export interface PurchaseReport {
  readonly names: string;
  readonly faults: readonly Fault[];
  /** Milliseconds of the story from the API's change to the screen, by order state. */
  readonly latencies: Readonly<Record<string, number>>;
  readonly events: readonly PageEvent[];
  readonly codes: readonly string[];
  readonly complaints: readonly string[];
  /** Number of orders at the API. */
  readonly orders: number;
  /** Reads and streams of the order in the busiest minute of the story, on the page's side. */
  readonly busiestMinute: number;
  /** The same over the whole time. */
  readonly perMinute: number;
  readonly requests: Readonly<Partial<Record<RouteName, number>>>;
}

/** Names of the plan's faults, those between our proxy and the API marked as such. */
export function namesOf({faults, behind = []}: PurchasePlan): string {
  return [...faults.map(({name}) => name), ...behind.map(({name}) => `${name} (API)`)].join(' + ');
}

export const STATES = ['PaymentReceived', 'WaitingForDelivery', 'Done'] as const;

/** Buys one card under the faults of a plan, and changes the order each time that the buyer sees the last change. */
export async function purchase(browser: Browser, plan: PurchasePlan): Promise<PurchaseReport> {
  const {faults, behind = [], speed = 10, pause = 25_000, attributes} = plan;
  const time = scaledTime(speed);
  const shop = await startShop({time, behind, ...(attributes ? {attributes} : {})});
  const chaos = await startChaos({target: shop.url, faults, time});
  const open = await openChaosPage(browser, chaos.url, {time});
  try {
    const buyer = new Buyer(open.page);
    const orderId = await buyer.order('ana.lima@example.com');
    const startedAt = time.now();
    const changedAt: Record<string, number> = {};
    for (const state of STATES) {
      await sleep(time.real(pause));
      const isAsleep = faults.some(fault => fault.sleeps);
      if (isAsleep) await open.freeze();
      changedAt[state] = Date.now();
      shop.sandbox.control(orderId.split('.')[0] ?? '', 'advance');
      if (isAsleep) {
        chaos.dropConnections();
        await sleep(time.real(pause));
        changedAt[state] = Date.now();
        await open.wake();
      }
      await buyer.sees(state);
    }
    const endedAt = time.now();
    await buyer.until(async () => (await buyer.shop.part('reveal').count()) > 0);
    const codes = await buyer.shop.reveal();
    const shownAt = (state: string) =>
      open.events.find(({type, detail}) => type === 'cr-order-change' && detail.state === state)?.drawnAt;
    return {
      names: namesOf(plan),
      faults: [...faults, ...behind],
      latencies: Object.fromEntries(
        STATES.map(state => [state, ((shownAt(state) ?? Number.NaN) - (changedAt[state] ?? 0)) * speed]),
      ),
      events: [...open.events],
      codes,
      complaints: [...open.complaints],
      orders: shop.sandbox.orders().length,
      ...rates(chaos, startedAt, endedAt),
    };
  } catch (error) {
    throw new Error(`${error} ${open.complaints.join('; ')}`, {cause: error});
  } finally {
    await open.close();
    await chaos.close();
    await shop.close();
  }
}

function rates(chaos: ChaosProxy, from: number, to: number) {
  const minute = 60_000;
  const tracking = chaos.seen
    .filter(({route, at}) => (route === 'getOrder' || route === 'subscribeOrder') && at >= from - minute)
    .map(({at}) => at);
  const busiestMinute = Math.max(
    0,
    ...tracking.map(at => tracking.filter(other => other >= at && other < at + minute).length),
  );
  const requests: Partial<Record<RouteName, number>> = {};
  for (const {route} of chaos.seen) if (route !== 'page') requests[route] = (requests[route] ?? 0) + 1;
  return {busiestMinute, perMinute: (tracking.length * minute) / (to - from), requests};
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
