import {findCoin} from '../payment/coins.js';
import {type Problem, problem} from '../support/problems.js';
import type {OrderLine} from './order-line.js';
import type {OrderRequest} from './order-request.js';

/** Yields the problems of the chosen via, coin and network. */
export function* paymentProblems(request: OrderRequest, lines: readonly OrderLine[]): Iterable<Problem> {
  if (request.via !== undefined && request.via !== 'USER_WALLET') yield problem('NOT_ALLOWED_PAYMENT_VIA');
  const coin = findCoin(request.coin);
  if (coin?.isSuspended) yield problem('SUSPENDED_COIN');
  const network = request.network ?? coin?.networks[0]?.name;
  const chosen = coin?.networks.find(({name}) => name === network);
  if (!chosen) yield problem('UNSUPPORTED_PROTOCOL_COIN_COMBINATION');
  if (chosen?.isSuspended) yield problem('SUSPENDED_NETWORK');
  const pair = `${request.coin}/${network}`;
  if (lines.some(({brand}) => brand.refuses?.includes(pair)))
    yield problem('UNSUPPORTED_PROTOCOL_COIN_COMBINATION');
  const isStablecoin = request.coin === 'USDT' || request.coin === 'USDC';
  if (isStablecoin && network === 'Tron' && !request.fullName) yield problem('FULLNAME_MISSING');
}
