import {toUnits} from '../money.js';
import type {Network, Order} from '../types.js';
import type {Chain, ExpectedPayment} from './chains/chain.js';
import {assetOf, chainNamed, chainOf, isAddress} from './chains/index.js';
import {normalizeAddress} from './chains/normalize-address.js';
import {contradicts, isForAnotherPayment, isInvoiceOver, matchesExactly} from './compare-payment.js';
import {readPaymentUri} from './read-payment-uri.js';

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
  /** BOLT 11 invoice for the same amount, beside an address on chain. */
  readonly invoice?: string | undefined;
  /** The API's `qr_text` asks for something else than the order: only the bare address is left then. */
  readonly mismatch: boolean;
}

/** Characters of the longest memo that is shown: more than any chain carries in a transfer. */
const LONGEST_MEMO = 1000;

/**
 * Makes the payment instructions for an order on a network of `/v3/payment_vias`. `undefined` where the order must not be
 * paid: its address does not pass the checks of its chain, its invoice asks for another amount, or it would be paid to
 * the token's contract itself, which keeps it. `due` is what is still to be paid, where that is not all of it.
 *
 * Everything drawn and linked is written here from checked parts, read back by another program and compared with the
 * order. The API's `qr_text` is compared too, and never drawn: where it asks for exactly this payment, what else it says is
 * carried over (a token's recipient that is a wallet, references, an invoice).
 */
export function paymentInstruction(
  order: PayableOrder,
  network?: Network,
  {due = order.coinAmount}: {due?: string} = {},
): PaymentInstruction | undefined {
  const {address, qrText = address, coinAmount} = order;
  const chain = chainNamed(chainOf(order, network));
  const asset = chain && assetOf(chain, order.coin, network);
  const contract = asset?.contract;
  const apiUri = readPaymentUri(qrText);
  const memo = order.memo ?? apiUri?.memo;
  if (!isPayable(order, chain, contract) || (memo && memo.length > LONGEST_MEMO)) return undefined;

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
  const mismatch = apiUri
    ? contradicts(apiUri, expected) && contradicts(apiUri, expect(coinAmount))
    : isForAnotherPayment(qrText, order);
  const compact = chain?.compact ?? (text => text);
  const bare = {form: 'address', text: compact(address)} as const;
  const shown = {address: copied(address), contract, mismatch};
  const isKnown = chain && (!contract || chain.isAddress(contract));
  if (mismatch || !isKnown) return {...shown, forms: [bare], memo: mismatch ? order.memo : memo};

  const carried = apiUri && matchesExactly({...apiUri, memo}, expected) ? apiUri : undefined;
  const invoice = carried?.invoice?.toLowerCase();
  const isExact = (text = '') => {
    const read = readPaymentUri(text);
    return read !== undefined && matchesExactly(read, expected);
  };
  const link = [chain.writeUri(expected, carried)].find(isExact);
  const drawn = link && [compact(link), link].find(isExact);
  const full = drawn ? [{form: 'link', text: drawn} as const] : [];
  const alone = invoice ? [{form: 'invoice', text: compact(`lightning:${invoice}`)} as const] : [];
  const forms = chain.drawsAddressFirst ? [bare, ...full] : [...full, ...alone, bare];
  return {...shown, forms, link, memo, invoice};
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
