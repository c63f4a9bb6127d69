import {compare, decimal} from './money.js';
import type {Order} from './types.js';

/** What the payment step draws and links. `qr` and `link` ask for exactly what the order says. */
export interface PaymentInstruction {
  readonly qr: string;
  /** Opens a wallet on the buyer's press; absent where no form is known to be safe. */
  readonly link?: string;
  /** The API's `qr_text` said something else than the order, and was not used. */
  readonly mismatch: boolean;
}

/**
 * Payment instructions for an order. The API's `qr_text` is used only in forms that can be compared with the order
 * word by word: `bitcoin:` and its kin (BIP 321) with this address and this amount, and `lightning:` with this
 * invoice. Everything else is payable by its bare address, which every wallet reads and which cannot name a wrong
 * amount or token.
 */
export function paymentInstruction(order: Order & {readonly address: string}): PaymentInstruction {
  const {address, qrText} = order;
  const bare = qrText === undefined || qrText === address;
  if (bare) return {qr: address, mismatch: false};
  if (isLightning(order, qrText)) return {qr: qrText, link: qrText, mismatch: false};
  if (isAddressWithAmount(order, qrText)) return {qr: qrText, link: qrText, mismatch: false};
  return {qr: address, mismatch: speaksOfAnother(order, qrText)};
}

function isLightning(order: Order, text: string): boolean {
  return order.network === 'Lightning' && text === `lightning:${order.address}`;
}

const SCHEMES: Readonly<Record<string, string>> = {bitcoin: 'BTC', litecoin: 'LTC', dogecoin: 'DOGE'};

function isAddressWithAmount(order: Order, text: string): boolean {
  const match = /^([a-z]+):([A-Za-z0-9]+)\?amount=([0-9.]+)$/.exec(text);
  if (!match) return false;
  const [, scheme = '', address, amount] = match;
  const asked = decimal(amount);
  return (
    order.coin !== undefined &&
    Object.hasOwn(SCHEMES, scheme) &&
    SCHEMES[scheme] === order.coin &&
    order.network !== 'Lightning' &&
    address === order.address &&
    asked !== undefined &&
    order.coinAmount !== undefined &&
    compare(asked, order.coinAmount) === 0
  );
}

/** A form that we know, with other contents; a form that we do not know is no mismatch. */
function speaksOfAnother(order: Order, text: string): boolean {
  return /^(bitcoin|litecoin|dogecoin|lightning):/i.test(text) || !text.includes(order.address ?? '');
}
