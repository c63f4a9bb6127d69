import {toUnits} from '../money.js';
import {plainText} from '../typed-text.js';
import type {Network, Order} from '../types.js';
import type {Chain, ExpectedPayment, PaymentUri} from './chains/chain.js';
import {assetOf, chainNamed, chainOf, isAddress} from './chains/index.js';
import {normalizeAddress} from './chains/normalize-address.js';
import {contradicts, isForAnotherPayment, isInvoiceOver, matchesExactly} from './compare-payment.js';
import {isInvoiceAlive} from './deadline.js';
import {MEMO_KEYS} from './memo-names.js';
import {readPaymentUri} from './read-payment-uri.js';
import {namesOtherAmount, type PlainPayment, readPlainText} from './read-plain-text.js';

/** An order that says where to pay what. */
export type PayableOrder = Order & {
  readonly address: string;
  readonly coin: string;
  readonly coinAmount: string;
};

/** Content of a QR code: a link that names the amount, the address alone, or the invoice beside an address on chain. */
export type QrForm = 'link' | 'address' | 'invoice';

/** Everything that the payment step draws, links and copies. All of it asks for exactly what the order says. */
export interface PaymentInstruction {
  /** Texts for the QR code, the one to draw first. `address` is always among them. */
  readonly forms: readonly {readonly form: QrForm; readonly text: string}[];
  /** For copying. */
  readonly address: string;
  /** Opens a wallet on the buyer's press; `undefined` where no form is known to be safe. */
  readonly link?: string | undefined;
  /** Token contract, for reading and copying. */
  readonly contract?: string | undefined;
  /** Comment that the payment has to carry. */
  readonly memo?: string | undefined;
  /** Kind of a Stellar memo, in the API's word: `id`, `text`, `hash`. */
  readonly memoType?: string | undefined;
  /** BOLT 11 invoice for the same amount, beside an address on chain. */
  readonly invoice?: string | undefined;
  /** The API's `qr_text` asks for something else than the order: only the bare address is left then. */
  readonly mismatch: boolean;
}

/** Characters of the longest memo that is shown: more than any chain carries in a transfer. */
const LONGEST_MEMO = 1000;

export interface InstructionOptions {
  /** The rest to be paid, where that is not the whole amount; a decimal string. */
  readonly due?: string | undefined;
  /** Milliseconds since 1970: an invoice that is over by then is left out. */
  readonly now?: number | undefined;
}

/**
 * Makes the payment instructions for an order on a network of `/v3/payment_vias`. `undefined` where the order must not be
 * paid: its address does not pass the checks of its chain, its invoice asks for another amount, it would be paid to the
 * token's contract itself, which keeps it, or it may need a memo that was not understood.
 *
 * Everything drawn and linked is written here from checked parts (recipient, amount, asset, memo, references, invoice), read
 * back by another program and compared with the order. The API's `qr_text` is compared too, and never drawn: where it asks
 * for exactly this payment, its references, its invoice, and that a token's recipient is a wallet are carried over.
 */
export function paymentInstruction(
  order: PayableOrder,
  network?: Network,
  {due = order.coinAmount, now = 0}: InstructionOptions = {},
): PaymentInstruction | undefined {
  const {address, qrText = address, coinAmount} = order;
  const chain = chainNamed(chainOf(order, network));
  const asset = chain && assetOf(chain, order.coin, network);
  const contract = asset?.contract;
  const uri = readPaymentUri(qrText);
  const plain = chain || uri ? undefined : readPlainText(qrText, address);
  const memo =
    order.memo ?? uri?.memo ?? plain?.memo ?? (chain && !chain.hasMemo ? undefined : order.memoHint);
  if (!isPayable(order, chain, contract) || !isPlainMemo(memo)) return undefined;

  const expect = (amount: string): ExpectedPayment => ({
    chain: chain?.name,
    address,
    contract,
    chainId: chain?.name === 'ethereum' ? network?.chainId : undefined,
    memo,
    amount,
    units: asset && toUnits(amount, asset.decimals),
  });
  const expected = expect(due);
  const mismatch = uri
    ? contradicts(uri, expected) && contradicts(uri, expect(coinAmount))
    : plain
      ? namesOtherAmount(plain, [due, coinAmount])
      : isForAnotherPayment(qrText, order);
  if (mayLackMemo(order, {chain, mismatch, plain})) return undefined;
  const compact = chain?.compact ?? (text => text);
  const bare = {form: 'address', text: compact(address)} as const;
  const shown = {address: copied(address), contract, memoType: order.memoType, mismatch};
  const isKnown = chain && (!contract || chain.isAddress(contract));
  if (mismatch || !isKnown) return {...shown, forms: [bare], memo: uri && mismatch ? order.memo : memo};

  const carried = uri && matchesExactly({...uri, memo}, expected) ? withLiveInvoice(uri, now) : undefined;
  const invoice = carried?.invoice?.toLowerCase();
  const isExact = (text = '') => {
    const read = readPaymentUri(text);
    return read !== undefined && matchesExactly(read, expected);
  };
  const link = [chain.writeUri?.(expected, carried)].find(isExact);
  const drawn = link && [compact(link), link].find(isExact);
  const full = drawn ? [{form: 'link', text: drawn} as const] : [];
  const alone = invoice ? [{form: 'invoice', text: compact(`lightning:${invoice}`)} as const] : [];
  const forms = chain.drawsAddressFirst ? [bare, ...full] : [...full, ...alone, bare];
  return {...shown, forms, link, memo, invoice};
}

/**
 * Whether a payment may need a memo that is not known: the order says so, or a text that is not understood can hold one. On a
 * chain that is not known, any part of a text can be one.
 */
function mayLackMemo(
  {isMemoUnclear, memo, address, qrText = address}: PayableOrder,
  {chain, mismatch, plain}: {chain: Chain | undefined; mismatch: boolean; plain: PlainPayment | undefined},
): boolean {
  if (isMemoUnclear) return true;
  if (!chain) return !plain || (plain.memo ?? memo) !== (memo ?? plain.memo);
  return mismatch && memo === undefined && chain.hasMemo === true && qrText.search(MEMO_KEYS) >= 0;
}

/** Returns a payment without an invoice that no wallet pays any more. */
function withLiveInvoice(uri: PaymentUri, now: number): PaymentUri {
  return uri.invoice && !isInvoiceAlive(uri.invoice, now) ? {...uri, invoice: undefined} : uri;
}

/** Whether a memo reaches the wallet as it is shown: what a keyboard or a clipboard would change is not in it. */
function isPlainMemo(memo = ''): boolean {
  return memo.length <= LONGEST_MEMO && plainText(memo) === memo;
}

function isPayable(
  {address, coinAmount}: PayableOrder,
  chain: Chain | undefined,
  contract: string | undefined,
): boolean {
  return (
    isAddress(chain?.name, address) &&
    (chain?.name !== 'lightning' || isInvoiceOver(address, coinAmount)) &&
    contract?.toLowerCase() !== address.toLowerCase()
  );
}

/** Wallets and exchanges read bech32 in lower case, whatever case it came in. Elsewhere, case is part of the address. */
function copied(address: string): string {
  return address.startsWith('0x') ? address : normalizeAddress(address);
}
