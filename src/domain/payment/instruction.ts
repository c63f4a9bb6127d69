import {compare, toUnits} from '../money.js';
import type {Network, Order} from '../types.js';
import {type Digest, isAddress, normalizeAddress} from './address.js';
import {readInvoice} from './bolt11.js';
import {assetOf, chainOf} from './chain.js';
import {type PaymentUri, readPaymentUri} from './read-payment-uri.js';
import {type ExpectedPayment, writePaymentUri} from './wanted.js';

/** An order that says where to pay what. */
export type PayableOrder = Order & {
  readonly address: string;
  readonly coin: string;
  readonly coinAmount: string;
};

/** What a QR code can hold: a link that names the amount, the address alone, or the invoice beside an address on chain. */
export type QrForm = 'link' | 'address' | 'invoice';

/** What the payment step draws, links and copies. All of it asks for exactly what the order says. */
export interface PaymentInstruction {
  /** Texts for the QR code, the one to draw first. `address` is always among them. */
  readonly forms: readonly {readonly form: QrForm; readonly text: string}[];
  /** For copying. */
  readonly address: string;
  /** Opens a wallet on the buyer's press; absent where no form is known to be safe. */
  readonly link?: string | undefined;
  /** Token contract, for reading and copying. */
  readonly contract?: string | undefined;
  /** Comment that the payment has to carry. */
  readonly memo?: string | undefined;
  /** BOLT 11 invoice for the same amount, beside an address on chain. */
  readonly invoice?: string | undefined;
  /** The API's `qr_text` said something else than the order: only the bare address is left then. */
  readonly mismatch: boolean;
}

/**
 * Payment instructions for an order on a network as `/v3/payment_vias` has it, or `undefined` where the order must not be
 * paid: its address does not pass the checks of its chain, its invoice asks for another amount, or it would be paid to
 * the token's contract itself, which keeps it. `due` is what is still
 * to be paid, where that is not all of it.
 *
 * The API's `qr_text` is compared with the order word by word. Drawn is a link that is made from the order, read back, and
 * compared likewise; the API's own text is only drawn for Solana, where it names what nobody else can know (that a token's
 * recipient is a wallet; a reference). EVM links are offered and not drawn first: some wallets pay a token's contract when
 * they scan one.
 */
export async function paymentInstruction(
  order: PayableOrder,
  network?: Network,
  {due = order.coinAmount, digest}: {due?: string; digest?: Digest} = {},
): Promise<PaymentInstruction | undefined> {
  const {address, qrText = address, coinAmount} = order;
  const chain = chainOf(order, network);
  const isInvoice = chain === 'lightning';
  const asset = chain && assetOf(chain, order.coin, network);
  const contract = asset?.contract;
  if (
    !(await isAddress(chain, address, digest)) ||
    (isInvoice && !isInvoiceOver(address, coinAmount)) ||
    contract?.toLowerCase() === address.toLowerCase()
  )
    return undefined;

  const asked = readPaymentUri(qrText);
  const wantedFor = (amount: string, memo = order.memo ?? asked?.memo): ExpectedPayment => ({
    chain,
    address,
    contract,
    chainId: network?.chainId,
    memo,
    amount,
    units: asset && toUnits(amount, asset.decimals),
  });
  const wanted = wantedFor(due);
  const plain = {form: 'address', text: inQr(address)} as const;
  const mismatch = asked
    ? [wanted, wantedFor(coinAmount)].every(candidate => differs(asked, candidate))
    : isForAnotherPayment(qrText, order);
  const shown = {address: copied(address), contract, mismatch};
  const isOwnContract = !contract || (await isAddress(chain, contract, digest));
  if (mismatch || !isOwnContract) return {...shown, forms: [plain], memo: order.memo};

  const invoice = due === coinAmount ? asked?.invoice?.toLowerCase() : undefined;
  const link = [qrText.startsWith('solana:') && qrText, writePaymentUri(wanted, invoice)].find(
    text => text && isExactly(readPaymentUri(text), wanted),
  );
  const full = link ? [{form: 'link', text: inQr(link)} as const] : [];
  const lone = invoice ? [{form: 'invoice', text: inQr(`lightning:${invoice}`)} as const] : [];
  const forms = chain === 'ethereum' ? [plain, ...full] : [...full, ...lone, plain];
  return {...shown, forms, link: link || undefined, memo: wanted.memo, invoice};
}

/** On Lightning the address names the amount itself. */
function isInvoiceOver(invoice: string, wanted: string): boolean {
  return isSame(readInvoice(invoice)?.amount, wanted);
}

function isSame(amount: string | undefined, wanted: string | undefined): boolean {
  return amount !== undefined && wanted !== undefined && compare(amount, wanted) === 0;
}

const SAID = ['chain', 'address', 'contract', 'chainId', 'memo'] as const;

/** Whether a URI asks for anything else than what is wanted, as far as it is known what that is. */
function differs(asked: PaymentUri, wanted: ExpectedPayment): boolean {
  const isOther = (key: (typeof SAID)[number]) =>
    normalizeAddress(asked[key] ?? '') !== normalizeAddress(wanted[key] ?? '');
  if (wanted.units === undefined)
    return isOther('address') || (wanted.chain !== undefined && isOther('chain'));
  return !isExactly({...asked, memo: asked.memo ?? wanted.memo}, wanted);
}

/** Whether a URI asks for what is wanted: recipient, chain, asset, comment and amount. */
function isExactly(asked: PaymentUri | undefined, wanted: ExpectedPayment): boolean {
  if (!asked || wanted.units === undefined) return false;
  const {chain, amount, units, invoice} = asked;
  // `tron:` cannot name a token.
  const isOther = SAID.some(
    key =>
      normalizeAddress(asked[key] ?? '') !== normalizeAddress(wanted[key] ?? '') &&
      !(chain === 'tron' && key === 'contract'),
  );
  if (isOther || (invoice && !isInvoiceOver(invoice, wanted.amount))) return false;
  return chain === 'lightning' ? !amount : isSame(amount, wanted.amount) || isSame(units, wanted.units);
}

/**
 * Without a scheme that we know: an address must be the order's, and anything else must at least end with it, or with the
 * amount. More could be a tag without which a payment is lost.
 */
function isForAnotherPayment(text: string, {address, coinAmount}: PayableOrder): boolean {
  return /[:?]/.test(text)
    ? ![address, `${address}?amount=${coinAmount}`].some(end => text.endsWith(end))
    : normalizeAddress(text) !== normalizeAddress(address);
}

/** Wallets and exchanges read bech32 in lower case, whatever case it came in. Elsewhere, case is the address. */
function copied(address: string): string {
  return address.startsWith('0x') ? address : normalizeAddress(address);
}

/** Bech32 in upper case makes a smaller code. Not for Litecoin: exchanges refuse `LTC1…`. */
function inQr(text: string): string {
  return text.replace(/\b(bc1|lnbc)[a-z\d]{20,}/g, found => found.toUpperCase());
}
