import type {Draft} from './checkout.js';
import {isEmail, toPhone} from './recipient.js';
import type {Product, Recipient} from './types.js';

/** A field of the details step. */
export type RecipientField = 'email' | 'phone' | 'name' | 'refund-address';

/** Result of checking the typed details: the recipient, or the fields that are not valid yet. */
export type RecipientCheck =
  | {readonly type: 'ok'; readonly recipient: Recipient}
  | {readonly type: 'wrong'; readonly fields: readonly RecipientField[]};

/** Checks the typed details: an e-mail always, because the API sends the receipt there; a phone number where it is topped up. */
export function checkRecipient(draft: Draft, product: Product): RecipientCheck {
  const {isNameNeeded} = draft;
  const email = draft.email.trim();
  const phone = product.deliveredTo === 'phone' ? toPhone(draft.phone) : undefined;
  const fullName = draft.fullName.trim().replace(/\s+/g, ' ');
  const fields: RecipientField[] = [];
  if (product.deliveredTo === 'phone' && phone === undefined) fields.push('phone');
  if (!isEmail(email)) fields.push('email');
  if (isNameNeeded && fullName.length < 3) fields.push('name');
  if (fields.length > 0) return {type: 'wrong', fields};
  const refundAddress = draft.refundAddress.trim() || undefined;
  return {
    type: 'ok',
    recipient: {email, phone, fullName: isNameNeeded ? fullName : undefined, refundAddress},
  };
}
