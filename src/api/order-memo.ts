import {MEMO_NAME} from '../domain/payment/memo-names.js';
import {type Field, textsNamed, valuesNamed} from './field-names.js';
import {readText} from './wire.js';

/** Memo, tag or comment without which a payment is credited to no order. */
export interface OrderMemo {
  readonly memo?: string | undefined;
  /** Kind of a Stellar memo, in the API's word: `id`, `text`, `hash`. */
  readonly memoType?: string | undefined;
  /** Text that is the memo on some chains and the API's own on others. */
  readonly memoHint?: string | undefined;
  /** A memo is needed, and cannot be read or is said in two ways. */
  readonly isMemoUnclear?: true | undefined;
}

const TYPE = /memotype$/;
const HINT = /^paymentid$/;
const NEEDED =
  /(memo|tag)(is)?(required|needed)$|^(is|has|needs?|requires?)(destination|payment)?(memo|tag)$/;

/** Matches values by which a flag says no. */
const NO = /^(false|no|0)?$/i;

/** Matches one word without a hyphen, as a payment id of Monero is: neither the API's own UUID nor a sentence. */
const WORD = /^[\w.]{1,64}$/;

/** Reads the memo of an order. No name of its field is documented, so every name in use elsewhere is read. */
export function readMemo(fields: readonly Field[]): OrderMemo {
  const given = fields.flatMap(([name, value]) =>
    MEMO_NAME.test(name) && !NEEDED.test(name) && !isNone(value) ? [value] : [],
  );
  const texts = new Set(given.map(readText));
  const [memo] = texts;
  const isNeeded = valuesNamed(fields, NEEDED).some(value => !NO.test(String(value ?? '').trim()));
  return {
    memo,
    memoType: textsNamed(fields, TYPE)[0],
    memoHint: textsNamed(fields, HINT).find(text => WORD.test(text)),
    isMemoUnclear: texts.size > 1 || (memo === undefined && (given.length > 0 || isNeeded)) || undefined,
  };
}

function isNone(value: unknown): boolean {
  return value === null || value === undefined || value === false || String(value).trim() === '';
}
