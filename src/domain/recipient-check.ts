import type {Draft} from './draft.js';
import {toAddress, toEmail, toPhone} from './recipient.js';
import {plainText} from './typed-text.js';
import type {Product, Recipient} from './types.js';

/** A field of the details step. */
export type RecipientField = 'email' | 'phone' | 'name' | 'refund-address';

/** Result of checking the typed details: the recipient, or the fields that are not valid yet. */
export type RecipientCheck =
  | {readonly type: 'ok'; readonly recipient: Recipient}
  | {readonly type: 'wrong'; readonly fields: readonly RecipientField[]};

/** Matches two letters of any script, or one that is a word. */
const NAME = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}.*\p{L}/u;

/** Checks the typed details: an e-mail always, because the API sends the receipt there; a phone number where it is topped up. */
export function checkRecipient(draft: Draft, product: Product): RecipientCheck {
  const {isNameNeeded} = draft;
  const email = toEmail(draft.email);
  const phone = product.deliveredTo === 'phone' ? toPhone(draft.phone) : undefined;
  const fullName = plainText(draft.fullName);
  const fields: RecipientField[] = [];
  if (product.deliveredTo === 'phone' && phone === undefined) fields.push('phone');
  if (email === undefined) fields.push('email');
  if (isNameNeeded && !NAME.test(fullName)) fields.push('name');
  if (fields.length > 0 || email === undefined) return {type: 'wrong', fields};
  const refundAddress = toAddress(draft.refundAddress) || undefined;
  return {
    type: 'ok',
    recipient: {email, phone, fullName: isNameNeeded ? fullName : undefined, refundAddress},
  };
}
