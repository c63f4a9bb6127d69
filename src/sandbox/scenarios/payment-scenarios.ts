import {paidShare} from './plan.js';
import type {ScenarioDefinition} from './scenario.js';

const {half, lessFee} = paidShare;

/** How the payment goes. */
export const paymentScenarios: Readonly<Record<string, ScenarioDefinition>> = {
  paid: {story: 'Pays itself after 3 seconds, then is delivered.', plan: {paidAfter: 3}},
  slow: {
    story: 'Is seen unconfirmed after 3 seconds, paid after 10, delivered after 45.',
    plan: {
      steps: [
        [3, 'PaymentStarted', 'PaymentRequested', 0],
        [10, 'PaymentReceived'],
        [15, 'WaitingForDelivery'],
        [45, 'Done'],
      ],
    },
  },
  underpaid: {
    story: 'Half of the amount arrives after 3 seconds; the order goes on waiting.',
    plan: {steps: [[3, 'WaitingForPayment', 'PaymentRequested', half]], expiresWith: half},
  },
  'exchange-fee': {
    story: 'All but two percent arrives after 3 seconds; the order goes on waiting.',
    plan: {steps: [[3, 'WaitingForPayment', 'PaymentRequested', lessFee]], expiresWith: lessFee},
  },
  partial: {
    story: 'Half of the amount is seen after 3 seconds: the order says PartialPaymentStarted.',
    plan: {steps: [[3, 'PartialPaymentStarted', 'PaymentRequested', half]], expiresWith: half},
  },
  'topped-up': {
    story: 'Half of the amount arrives after 3 seconds, the rest after 8; then the order is delivered.',
    plan: {steps: [[3, 'WaitingForPayment', 'PaymentRequested', half]], paidAfter: 8},
  },
  'underpaid-refunded': {
    story: 'Half arrives after 3 seconds, the order expires after 6, and the half goes back after 9.',
    plan: {
      steps: [
        [3, 'WaitingForPayment', 'PaymentRequested', half],
        [6, 'Expired', 'Expired', half],
        [9, 'Refunded', 'Expired', half],
      ],
    },
  },
  overpaid: {
    story: 'Half as much again arrives after 3 seconds; the order is delivered.',
    plan: {paidAfter: 3, sent: paidShare.excess},
  },
  late: {
    story: 'Expires after 3 seconds; a late payment arrives after 8 and still turns it to Done.',
    plan: {steps: [[3, 'Expired', 'Expired', 0]], paidAfter: 8},
  },
  expired: {
    story: 'Expires after 3 seconds without any payment.',
    plan: {steps: [[3, 'Expired', 'Expired', 0]]},
  },
  short: {story: 'Has 90 seconds to pay, and says so in expires_at.', window: 90_000},
  failed: {
    story: 'The payment fails after 3 seconds.',
    plan: {steps: [[3, 'PaymentFailed', 'PaymentFailed', 0]]},
  },
  'setup-failed': {
    story: 'Gets no address: the payment could not be set up.',
    plan: {steps: [[0, 'PaymentSetupFailed', 'PaymentFailed', 0]]},
  },
  canceled: {story: 'Is canceled after 3 seconds.', plan: {steps: [[3, 'Canceled', 'Expired', 0]]}},
  cancelled: {story: 'The same in the other spelling.', plan: {steps: [[3, 'Cancelled', 'Expired', 0]]}},
  refunded: {
    story: 'Is paid after 3 seconds, cannot be delivered, and is refunded after 6.',
    plan: {
      steps: [
        [3, 'PaymentReceived'],
        [4, 'WaitingForDelivery'],
        [6, 'Refunded'],
      ],
    },
  },
  held: {
    story: 'Is paid after 3 seconds, held for a manual check after 4, delivered after 12.',
    plan: {
      steps: [
        [3, 'PaymentReceived'],
        [4, 'WaitingForManualAction'],
        [12, 'Done'],
      ],
    },
  },
  'wrong-coin': {
    story: 'Another coin arrives after 3 seconds: nothing counts as received, and the order is held.',
    plan: {steps: [[3, 'WaitingForManualAction', 'PaymentRequested', 0]]},
    strayPayment: 'in another coin',
  },
  'wrong-network': {
    story: 'The coin arrives on another network after 3 seconds; the order is held.',
    plan: {steps: [[3, 'WaitingForManualAction', 'PaymentRequested', 0]]},
    strayPayment: 'on another network',
  },
  'unknown-state': {
    story: 'Is paid after 3 seconds, gets an unknown state, is delivered after 10.',
    plan: {
      steps: [
        [3, 'PaymentReceived'],
        [5, 'WaitingForTheTide'],
        [10, 'Done'],
      ],
    },
  },
  'unknown-payment': {story: 'Its payment is in an unknown state.', paymentState: 'PaymentAfloat'},
};
