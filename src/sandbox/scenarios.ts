import type {Basket} from './basket.js';
import {type Problem, type ProblemCode, problem, problemCodes} from './problems.js';

/** One way an order can go, chosen by the buyer's e-mail. */
export interface Scenario {
  readonly email: string;
  /** What happens, in a sentence; README and demo show it. */
  readonly story: string;
}

/** The e-mails that decide how an order goes. Any other buyer's order waits until it is paid or expires. */
export const scenarios = [
  {email: 'paid@sandbox.test', story: 'Pays itself after 3 seconds, then is delivered.'},
  {
    email: 'slow@sandbox.test',
    story: 'Is seen unconfirmed after 3 seconds, paid after 10, delivered after 45.',
  },
  {
    email: 'underpaid@sandbox.test',
    story: 'Half of the amount arrives after 3 seconds; the order goes on waiting.',
  },
  {
    email: 'overpaid@sandbox.test',
    story: 'Half as much again arrives after 3 seconds; the order is delivered.',
  },
  {
    email: 'late@sandbox.test',
    story: 'Expires after 3 seconds; a late payment still turns it to Done after 8.',
  },
  {email: 'expired@sandbox.test', story: 'Expires after 3 seconds without any payment.'},
  {email: 'failed@sandbox.test', story: 'The payment fails after 3 seconds.'},
  {
    email: 'refunded@sandbox.test',
    story: 'Is paid after 3 seconds, cannot be delivered, and is refunded after 6.',
  },
  {
    email: 'held@sandbox.test',
    story: 'Is paid after 3 seconds, held for a manual check after 4, delivered after 12.',
  },
  {
    email: 'unknown-state@sandbox.test',
    story: 'Is paid after 3 seconds, gets a state nobody has heard of, is delivered after 10.',
  },
  {email: 'link@sandbox.test', story: 'Pay it: the code that is delivered is a web address.'},
  {
    email: 'kyc_missing@sandbox.test',
    story: 'Is refused with KYC_MISSING. Every problem code works so, in lower case.',
  },
] as const satisfies readonly Scenario[];

/** The part before the @ of the scenario e-mail in a basket, if there is one. */
export function scenarioOf(basket: Basket): string | undefined {
  const accounts = [basket.email, ...basket.lines.map(line => line.beneficiary)];
  for (const account of accounts) {
    const match = /^(.+)@sandbox\.test$/i.exec(account ?? '');
    if (match?.[1]) return match[1].toLowerCase();
  }
  return undefined;
}

/** The problem that the buyer's e-mail asks for. */
export function problemFor(basket: Basket): Problem | undefined {
  const wanted = scenarioOf(basket)?.toUpperCase();
  const code = problemCodes.find((candidate): candidate is ProblemCode => candidate === wanted);
  return code && problem(code);
}
