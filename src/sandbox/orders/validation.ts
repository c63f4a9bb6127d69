import type {Catalogue} from '../catalogue/catalogue.js';
import {type Coin, coins, findCoin} from '../payment/coins.js';
import type {Network} from '../payment/networks.js';
import {type Quote, quote} from '../payment/quote.js';
import {add, compare, decimal, formatDecimal} from '../support/decimal.js';
import {type Problem, problem} from '../support/problems.js';
import {isEmail, type OrderLine, resolveLine} from './order-line.js';
import type {OrderRequest} from './order-request.js';

/** A basket worked out: what can be bought, what it costs, and what stands in the way. */
export interface Validation {
  readonly coin: Coin;
  readonly network: Network;
  readonly lines: readonly QuotedLine[];
  /** Sum of the lines, in the coin. An order of the same basket costs the same. */
  readonly coinAmount: string;
  readonly euros: string;
  readonly dollars: string;
  readonly problems: readonly Problem[];
}

export interface QuotedLine extends OrderLine {
  readonly quote: Quote;
}

/** `drift`: basis points by which everything costs more than its price. */
export function validate(catalogue: Catalogue, basket: OrderRequest, drift: number): Validation {
  const coin = findCoin(basket.coin) ?? firstOf(coins);
  const network = coin.networks.find(({name}) => name === basket.network) ?? firstOf(coin.networks);
  const resolved = basket.lines.map(line => resolveLine(catalogue, line, basket.email));
  const lines = resolved
    .filter((line): line is OrderLine => !('problem' in line))
    .map(line => ({...line, surcharge: line.surcharge + drift}))
    .map(line => ({...line, quote: quote({...line, coin, network: network.name})}));
  const coinAmount = total(lines.map(line => line.quote.coinAmount));
  const threshold = decimal(network.threshold);
  const found = [
    basket.lines.length > 10 && problem('PRODUCT_COUNT_EXCEEDED'),
    ...resolved.map(line => 'problem' in line && line),
    ...paymentProblems(basket, lines),
    lines.length > 0 &&
      compare(decimal(coinAmount), threshold) < 0 &&
      problem('AMOUNT_LESS_THEN_MINIMUM_ALLOWED'),
    basket.email !== undefined && !isEmail(basket.email) && problem('INVALID_EMAIL_DOMAIN'),
    lines.some(({brand}) => brand.loginOnly) && problem('LOGIN_REQUIRED'),
  ];
  const euros = total(lines.map(line => line.quote.euros));
  const dollars = total(lines.map(line => line.quote.dollars));
  return {
    coin,
    network,
    lines,
    coinAmount,
    euros,
    dollars,
    problems: distinct(found.filter((one): one is Problem => typeof one === 'object')),
  };
}

/** What the chosen way of paying forbids. */
function* paymentProblems(basket: OrderRequest, lines: readonly OrderLine[]): Iterable<Problem> {
  if (basket.via !== undefined && basket.via !== 'USER_WALLET') yield problem('NOT_ALLOWED_PAYMENT_VIA');
  const coin = findCoin(basket.coin);
  if (coin?.isSuspended) yield problem('SUSPENDED_COIN');
  const network = basket.network ?? coin?.networks[0]?.name;
  const chosen = coin?.networks.find(({name}) => name === network);
  if (!chosen) yield problem('UNSUPPORTED_PROTOCOL_COIN_COMBINATION');
  if (chosen?.isSuspended) yield problem('SUSPENDED_NETWORK');
  const pair = `${basket.coin}/${network}`;
  if (lines.some(({brand}) => brand.refuses?.includes(pair)))
    yield problem('UNSUPPORTED_PROTOCOL_COIN_COMBINATION');
  const isStablecoin = basket.coin === 'USDT' || basket.coin === 'USDC';
  if (isStablecoin && network === 'Tron' && !basket.fullName) yield problem('FULLNAME_MISSING');
}

/** The API does not say which line a problem belongs to, so two equal ones are one. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(one => [one.problem, one])).values()];
}

function total(amounts: readonly string[]): string {
  return formatDecimal(amounts.map(decimal).reduce(add, decimal('0')));
}

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new TypeError('A coin without networks');
  return first;
}
