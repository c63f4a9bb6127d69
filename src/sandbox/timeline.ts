/** What an order is from a moment on. An order is a list of these; reading the clock says which one holds. */
export interface Mark {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly state: string;
  readonly payment: string;
  /** How much of the amount has arrived. */
  readonly sent: 'nothing' | 'half' | 'all' | 'excess';
}

export type Timeline = readonly Mark[];

export const expiry = 30 * 60_000;
const deliveryStart = 1_000;
const deliveryEnd = 2_500;

const nothing = {payment: 'WalletCreated', sent: 'nothing'} as const;
const arrived = {payment: 'PaymentReceived', sent: 'all'} as const;

export function waiting(at: number): Timeline {
  return [{at, state: 'WaitingForPayment', ...nothing}, expired(at + expiry)];
}

export function expired(at: number): Mark {
  return {at, state: 'Expired', payment: 'Expired', sent: 'nothing'};
}

/** Paid at `at`, in delivery a second later, done two and a half seconds after the payment. */
export function paid(at: number, sent: Mark['sent'] = 'all'): Timeline {
  return [
    {at, state: 'PaymentReceived', ...arrived, sent},
    {at: at + deliveryStart, state: 'WaitingForDelivery', ...arrived, sent},
    {at: at + deliveryEnd, state: 'Done', ...arrived, sent},
  ];
}

/** How an order of a scenario goes by itself, on top of waiting for its payment. */
export function plannedFor(scenario: string | undefined, created: number): Timeline {
  const at = (seconds: number) => created + seconds * 1000;
  const marks = (...rows: readonly (readonly [seconds: number, state: string])[]) =>
    rows.map(([seconds, state]): Mark => ({at: at(seconds), state, ...arrived}));
  const first = waiting(created);
  const instead = (...planned: readonly Mark[]) => [...first.slice(0, 1), ...planned];
  switch (scenario) {
    case 'paid':
      return instead(...paid(at(3)));
    case 'overpaid':
      return instead(...paid(at(3), 'excess'));
    case 'slow':
      return instead(
        {at: at(3), state: 'PaymentStarted', payment: 'PaymentRequested', sent: 'nothing'},
        ...marks([10, 'PaymentReceived'], [15, 'WaitingForDelivery'], [45, 'Done']),
      );
    case 'underpaid':
      return instead(underpaid(at(3)), {...expired(created + expiry), sent: 'half'});
    case 'late':
      return instead(expired(at(3)), ...marks([8, 'Done']));
    case 'expired':
      return instead(expired(at(3)));
    case 'failed':
      return instead({at: at(3), state: 'PaymentFailed', payment: 'PaymentFailed', sent: 'nothing'});
    case 'refunded':
      return instead(...marks([3, 'PaymentReceived'], [4, 'WaitingForDelivery'], [6, 'Refunded']));
    case 'held':
      return instead(...marks([3, 'PaymentReceived'], [4, 'WaitingForManualAction'], [12, 'Done']));
    case 'unknown-state':
      return instead(...marks([3, 'PaymentReceived'], [5, 'WaitingForTheTide'], [10, 'Done']));
    default:
      return first;
  }
}

export function underpaid(at: number): Mark {
  return {at, state: 'WaitingForPayment', payment: 'PaymentRequested', sent: 'half'};
}

/** The mark that holds at `now`. */
export function markAt(timeline: Timeline, now: number): Mark {
  const holding = timeline.findLast(mark => mark.at <= now) ?? timeline[0];
  if (!holding) throw new TypeError('An order without a timeline');
  return holding;
}

/** Nothing that happened is undone; what was to come is replaced. */
export function replan(timeline: Timeline, now: number, ...planned: readonly Mark[]): Timeline {
  return [...timeline.filter(mark => mark.at <= now), ...planned];
}

export function isTerminal(state: string): boolean {
  return ['Done', 'Expired', 'PaymentFailed', 'Refunded'].includes(state);
}
