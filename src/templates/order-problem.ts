import {nothing, type TemplateResult} from 'lit';

import {knownProblem, type ProblemPlace, placeOf} from '../domain/problems.js';
import type {Network, Problem, Quote} from '../domain/types.js';
import type {Messages} from '../locales/en.js';
import {type NoticeAction, problemNotice} from './notice.js';

export interface OrderProblem {
  readonly quote: Quote;
  /** Networks of the same coin that the API accepts, if it refused the quote's. */
  readonly networks: readonly Network[];
  readonly messages: Messages;
  readonly onQuoteAgain: () => void;
  readonly onNetwork: (network: Network) => void;
  readonly onStartOver: () => void;
  readonly onRetry: () => void;
}

/** Draws a problem that no field of the details step can solve, with the ways on; `nothing` for one that has a field. */
export function orderProblem(problem: Problem, context: OrderProblem): TemplateResult | typeof nothing {
  const {quote, networks, messages, onQuoteAgain, onNetwork, onStartOver, onRetry} = context;
  const others = networks.map(network => ({
    label: messages.details.onNetwork(quote.coin, network.label),
    act: () => onNetwork(network),
  }));
  const waysOn: Partial<Record<ProblemPlace, readonly NoticeAction[]>> = {
    amount: [{label: messages.changeAmount, act: onQuoteAgain}],
    payment: [...others, {label: messages.changePayment, act: onQuoteAgain}],
    brand: [{label: messages.changeBrand, act: onStartOver}],
    page: [{label: messages.retry, isRetry: true, act: onRetry}],
  };
  const actions = waysOn[placeOf(problem, quote.product.deliveredTo)];
  return actions ? problemNotice(problemText(problem, messages), actions) : nothing;
}

/** Describes a problem of the API in the buyer's words. */
export function problemText({code}: Problem, {problems, problemUnknown}: Messages): string {
  const known = knownProblem(code);
  return known ? problems[known] : problemUnknown(code);
}
