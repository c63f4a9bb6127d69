import {type Keep, keepOnly} from './json-keep.js';
import {setMember} from './json-text.js';

/** What a line shows without the order's key: its state, brand, label and country, and by which way it was sent. */
const lineFields = [
  'delivery_state',
  'kind',
  'quantity',
  'country_code',
  'brand_name',
  'brand',
  'family',
  'denomination',
  'localized_denomination',
  'delivery_type',
];

/** What an order shows without its key: its state, and what it takes to pay it. */
const orderFields = [
  'order_id',
  'order_state',
  'payment_state',
  'created_at',
  'updated_at',
  'payment_requested_at',
  'payment_expires_at',
  'expires_at',
  'expiration_date',
  'coin',
  'coin_amount',
  'original_price',
  'network',
  'wallet_address',
  'qr_text',
  'memo',
  'memo_id',
  'memo_type',
  'payment_memo',
  'destination_tag',
  'tag',
  'sent_coin_amount',
  'received_amount',
  'transaction_id',
  'transaction_hash',
  'tx_hash',
  'txid',
  'confirmations',
  'payment_via',
  'payment_method',
  'payment_method_protocol',
  'payment_value',
  'is_payment_processor_external',
];

const named = (names: readonly string[]) => names.map((name): [string, Keep] => [name, true]);
const item: Keep = {members: new Map(named(lineFields))};
const line: Keep = {members: new Map([...named(lineFields), ['deliverable', item]])};
const order: Keep = {members: new Map([...named(orderFields), ['deliveries', {each: line}]])};

/**
 * Reduces an order of the API to what whoever has its handle may see, and says so in `delivered`. Only known fields stay: a
 * code, a link or a name leaves the proxy under no name that is new. Numbers keep their digits.
 */
export function withheldOrder(text: string): string {
  return setMember(keepOnly(text, order) ?? '{}', 'delivered', '"withheld"');
}

/** Reduces an object that is no order, such as the data of an event, in the same way. */
export function withheldData(text: string): string {
  return keepOnly(text, order) ?? '{}';
}
