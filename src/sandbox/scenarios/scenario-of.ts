import type {OrderRequest} from '../orders/order-request.js';

/** The words before the @ of the scenario e-mail in a basket; several are joined by `+`. */
export function scenarioOf(basket: OrderRequest): ReadonlySet<string> {
  const accounts = [basket.email, ...basket.lines.map(line => line.beneficiary)];
  for (const account of accounts) {
    const match = /^(.+)@sandbox\.test$/i.exec(account ?? '');
    if (match?.[1]) return new Set(match[1].toLowerCase().split('+'));
  }
  return new Set();
}
