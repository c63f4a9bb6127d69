/** What an order is from a moment on. An order is a list of these; reading the clock says which one holds. */
export interface Snapshot {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly state: string;
  readonly payment: string;
  /** How much of the amount has arrived, in ten-thousandths. */
  readonly sent: number;
  /** How far the lines are, where the state alone does not say: some delivered and one failed, or all failed. */
  readonly lines?: 'partly' | 'failed';
}

export type Timeline = readonly Snapshot[];

/** Ten-thousandths of the amount. */
export const paidShare = {nothing: 0, half: 5000, lessFee: 9800, all: 10_000, excess: 15_000} as const;

const deliveryStart = 1_000;
const deliveryEnd = 2_500;
const partlyEnd = 12_500;

/** Milliseconds that a buyer has to pay. */
export function windowOf(scenario: ReadonlySet<string>): number {
  return scenario.has('short') ? 90_000 : 30 * 60_000;
}

export function waiting(at: number, window: number): Timeline {
  return [
    {at, state: 'WaitingForPayment', payment: 'WalletCreated', sent: paidShare.nothing},
    expired(at + window),
  ];
}

export function expired(at: number, sent: number = paidShare.nothing): Snapshot {
  return {at, state: 'Expired', payment: 'Expired', sent};
}

export function underpaid(at: number, sent: number = paidShare.half): Snapshot {
  return {at, state: 'WaitingForPayment', payment: 'PaymentRequested', sent};
}

/** Paid at `at`, in delivery a second later, done two and a half seconds after the payment, or partly and later wholly. */
export function paid(at: number, scenario: ReadonlySet<string>, sent: number = paidShare.all): Timeline {
  const mark = (after: number, state: string, lines?: Snapshot['lines']): Snapshot => ({
    at: at + after,
    state,
    payment: 'PaymentReceived',
    sent,
    ...(lines ? {lines} : {}),
  });
  const underway = [mark(0, 'PaymentReceived'), mark(deliveryStart, 'WaitingForDelivery')];
  if (scenario.has('undelivered'))
    return [...underway, mark(deliveryEnd, 'WaitingForManualAction', 'failed')];
  return scenario.has('partly')
    ? [...underway, mark(deliveryEnd, 'WaitingForDelivery', 'partly'), mark(partlyEnd, 'Done', 'partly')]
    : [...underway, mark(deliveryEnd, 'Done')];
}

/** The mark that holds at `now`. */
export function snapshotAt(timeline: Timeline, now: number): Snapshot {
  const holding = timeline.findLast(mark => mark.at <= now) ?? timeline[0];
  if (!holding) throw new TypeError('An order without a timeline');
  return holding;
}

/** Nothing that happened is undone; what was to come is replaced. */
export function replan(timeline: Timeline, now: number, ...planned: readonly Snapshot[]): Timeline {
  return [...timeline.filter(mark => mark.at <= now), ...planned];
}

export function isTerminal(state: string): boolean {
  return terminal.includes(state);
}

const terminal: readonly string[] = [
  'Done',
  'Expired',
  'PaymentFailed',
  'PaymentSetupFailed',
  'Refunded',
  'Canceled',
  'Cancelled',
];
