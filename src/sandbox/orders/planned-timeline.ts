import {expired, paid, paidShare, type Snapshot, type Timeline, waiting, windowOf} from './timeline.js';

type Row = readonly [seconds: number, state: string, payment?: string, sent?: number];

/** What happens by itself after an order was made, on top of waiting for its payment. */
interface Plan {
  /** Seconds after which the amount, or this share of it, has arrived; the delivery follows by itself. */
  readonly paidAfter?: number;
  readonly sent?: number;
  /** What comes before or instead; paid in full and received unless a row says otherwise. */
  readonly rows?: readonly Row[];
  /** Whether the window still ends, and with how much arrived. */
  readonly expiresWith?: number;
}

const half = paidShare.half;

const scenarioPlans: Readonly<Record<string, Plan>> = {
  paid: {paidAfter: 3},
  overpaid: {paidAfter: 3, sent: paidShare.excess},
  slow: {
    rows: [
      [3, 'PaymentStarted', 'PaymentRequested', 0],
      [10, 'PaymentReceived'],
      [15, 'WaitingForDelivery'],
      [45, 'Done'],
    ],
  },
  underpaid: {rows: [[3, 'WaitingForPayment', 'PaymentRequested', half]], expiresWith: half},
  'exchange-fee': {
    rows: [[3, 'WaitingForPayment', 'PaymentRequested', paidShare.lessFee]],
    expiresWith: paidShare.lessFee,
  },
  partial: {rows: [[3, 'PartialPaymentStarted', 'PaymentRequested', half]], expiresWith: half},
  'topped-up': {rows: [[3, 'WaitingForPayment', 'PaymentRequested', half]], paidAfter: 8},
  'underpaid-refunded': {
    rows: [
      [3, 'WaitingForPayment', 'PaymentRequested', half],
      [6, 'Expired', 'Expired', half],
      [9, 'Refunded', 'Expired', half],
    ],
  },
  late: {rows: [[3, 'Expired', 'Expired', 0]], paidAfter: 8},
  expired: {rows: [[3, 'Expired', 'Expired', 0]]},
  failed: {rows: [[3, 'PaymentFailed', 'PaymentFailed', 0]]},
  'setup-failed': {rows: [[0, 'PaymentSetupFailed', 'PaymentFailed', 0]]},
  canceled: {rows: [[3, 'Canceled', 'Expired', 0]]},
  cancelled: {rows: [[3, 'Cancelled', 'Expired', 0]]},
  'wrong-coin': {rows: [[3, 'WaitingForManualAction', 'PaymentRequested', 0]]},
  'wrong-network': {rows: [[3, 'WaitingForManualAction', 'PaymentRequested', 0]]},
  refunded: {
    rows: [
      [3, 'PaymentReceived'],
      [4, 'WaitingForDelivery'],
      [6, 'Refunded'],
    ],
  },
  held: {
    rows: [
      [3, 'PaymentReceived'],
      [4, 'WaitingForManualAction'],
      [12, 'Done'],
    ],
  },
  'unknown-state': {
    rows: [
      [3, 'PaymentReceived'],
      [5, 'WaitingForTheTide'],
      [10, 'Done'],
    ],
  },
};

/** How an order goes by itself: by the first word of the buyer's e-mail that is a plan, else it waits for its payment. */
export function plannedTimeline(scenario: ReadonlySet<string>, created: number): Timeline {
  const window = windowOf(scenario);
  const [first, end] = waiting(created, window);
  const plan = [...scenario].map(word => scenarioPlans[word]).find(found => found !== undefined);
  if (!first || !end) return [];
  if (!plan) return [first, end];
  const at = (seconds: number) => created + seconds * 1000;
  const {rows = [], paidAfter, sent, expiresWith} = plan;
  return [
    first,
    ...rows.map(
      ([seconds, state, payment = 'PaymentReceived', arrived = paidShare.all]): Snapshot => ({
        at: at(seconds),
        state,
        payment,
        sent: arrived,
      }),
    ),
    ...(paidAfter === undefined ? [] : paid(at(paidAfter), scenario, sent)),
    ...(expiresWith === undefined ? [] : [expired(created + window, expiresWith)]),
  ];
}
