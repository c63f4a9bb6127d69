import type {Context} from '../core/middleware.js';

/** Recognizes queries of values that the API offers, of which there are few; others can be made up without end. */
export interface OfferedValues {
  /** Learns the coins and methods of a list of payment vias. */
  learn(context: Context, listing: {readonly status: number; readonly body: string}): void;
  /** Returns whether all values of a query are offered, as far as is known; a code of a campaign never is. */
  isOffered(context: Context): boolean;
}

export function createOfferedValues(): OfferedValues {
  let offered: ReadonlySet<string> | undefined;
  const isKnown = (value: string | undefined) => !value || !offered || offered.has(value);
  return {
    learn({route}, {status, body}) {
      if (route !== 'listPaymentVias' || status !== 200) return;
      const json: unknown = JSON.parse(body);
      if (Array.isArray(json)) offered = valuesOf(json);
    },
    isOffered: ({query}) =>
      isKnown(query.get('coin')) && isKnown(query.get('payment_method')) && !query.get('promo_code'),
  };
}

/** Returns the names of vias and coins, and of a coin on a network. */
function valuesOf(vias: readonly unknown[]): Set<string> {
  const values = new Set<string>();
  for (const via of vias) {
    add(values, via, '');
    for (const coin of listIn(via, 'currencies')) {
      const name = add(values, coin, '');
      for (const network of listIn(coin, 'networks')) add(values, network, `${name}-`);
    }
  }
  return values;
}

function add(values: Set<string>, item: unknown, prefix: string): string {
  const {name} = Object(item) as {readonly name?: unknown};
  if (typeof name !== 'string') return '';
  values.add(prefix + name);
  // A method is written in capitals, such as `USDC-SOLANA`.
  if (prefix) values.add((prefix + name).toUpperCase());
  return name;
}

function listIn(item: unknown, name: string): readonly unknown[] {
  const list: unknown = Object(item)[name];
  return Array.isArray(list) ? list : [];
}
