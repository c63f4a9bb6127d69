import type {Catalogue} from '../catalogue/catalogue.js';
import {type Coin, coins, findCoin} from '../payment/coins.js';
import type {Network} from '../payment/networks.js';
import {type Quote, quote} from '../payment/quote.js';
import {add, compare, decimal, formatDecimal} from '../support/decimal.js';
import {type Problem, problem} from '../support/problems.js';
import {isEmail} from './beneficiary.js';
import {type OrderLine, resolveLine} from './order-line.js';
import type {OrderRequest} from './order-request.js';
import {paymentProblems} from './payment-problems.js';

/** The lines of a request that can be bought, their sum, and the problems. */
export interface Validation {
  readonly coin: Coin;
  readonly network: Network;
  readonly lines: readonly QuotedLine[];
  /** Sum of the lines in the coin. */
  readonly coinAmount: string;
  readonly euros: string;
  readonly dollars: string;
  readonly problems: readonly Problem[];
}

export interface QuotedLine extends OrderLine {
  readonly quote: Quote;
}

/** Validates a request. `drift` is added to the price of each line, in basis points. */
export function validate(catalogue: Catalogue, request: OrderRequest, drift: number): Validation {
  const coin = findCoin(request.coin) ?? firstOf(coins);
  const network = coin.networks.find(({name}) => name === request.network) ?? firstOf(coin.networks);
  const resolved = request.lines.map(line => resolveLine(catalogue, line, request.email));
  const lines = resolved
    .filter((line): line is OrderLine => !('problem' in line))
    .map(line => ({...line, surcharge: line.surcharge + drift}))
    .map(line => ({...line, quote: quote({...line, coin, network: network.name})}));
  const coinAmount = sum(lines.map(line => line.quote.coinAmount));
  const isTooLittle = lines.length > 0 && compare(decimal(coinAmount), decimal(network.threshold)) < 0;
  const found = [
    request.lines.length > 10 && problem('PRODUCT_COUNT_EXCEEDED'),
    ...resolved.map(line => 'problem' in line && line),
    ...paymentProblems(request, lines),
    isTooLittle && problem('AMOUNT_LESS_THEN_MINIMUM_ALLOWED'),
    request.email !== undefined && !isEmail(request.email) && problem('INVALID_EMAIL_DOMAIN'),
    lines.some(({brand}) => brand.loginOnly) && problem('LOGIN_REQUIRED'),
  ];
  return {
    coin,
    network,
    lines,
    coinAmount,
    euros: sum(lines.map(line => line.quote.euros)),
    dollars: sum(lines.map(line => line.quote.dollars)),
    problems: distinct(found.filter(one => one !== false)),
  };
}

/** Keeps one problem of each code: the API does not name the line that it belongs to. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(one => [one.problem, one])).values()];
}

function sum(amounts: readonly string[]): string {
  return formatDecimal(amounts.map(decimal).reduce(add, decimal('0')));
}

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new TypeError('A coin without networks');
  return first;
}
