import {deliveryScenarios} from './delivery-scenarios.js';
import {paymentRequestScenarios} from './payment-request-scenarios.js';
import {paymentScenarios} from './payment-scenarios.js';
import {problemScenario} from './problem-scenario.js';
import type {ScenarioDefinition, ScenarioEffects} from './scenario.js';
import {validationScenarios} from './validation-scenarios.js';

/** One way an order can go, chosen by the buyer's e-mail. */
export interface Scenario {
  readonly email: string;
  /** What happens, in a sentence. */
  readonly story: string;
}

/** All scenarios by their word. To add one, add a row to the table of its topic. */
const definitions: ReadonlyMap<string, ScenarioDefinition> = new Map(
  [paymentScenarios, paymentRequestScenarios, validationScenarios, deliveryScenarios].flatMap(Object.entries),
);

/**
 * The e-mails that decide how an order goes. Words can be joined by a plus sign: `short+underpaid@sandbox.test`. Any
 * other order waits until it is paid or expires.
 */
export const scenarios: readonly Scenario[] = [...definitions].map(([word, {story}]) => ({
  email: `${word}@sandbox.test`,
  story,
}));

/** Merges the effects of the words in the first e-mail of `accounts` at `sandbox.test`; the first word wins. */
export function scenarioOf(accounts: Iterable<string | undefined>): ScenarioEffects {
  const words = scenarioWords(accounts);
  const problem = problemScenario(words);
  const effects = words.map(word => definitions.get(word)).reverse();
  return Object.assign({}, ...effects, problem && {problem});
}

function scenarioWords(accounts: Iterable<string | undefined>): readonly string[] {
  for (const account of accounts) {
    const match = /^(.+)@sandbox\.test$/i.exec(account ?? '');
    if (match?.[1]) return match[1].toLowerCase().split('+');
  }
  return [];
}
