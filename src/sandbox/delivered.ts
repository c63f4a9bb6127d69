import type {Order} from './orders.js';
import {digitsOf} from './random.js';
import {redeemInstructions} from './rich-text.js';
import type {QuotedLine} from './validation.js';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const numerals = '0123456789';

/** What a delivered line carries, by what was sold. */
export function delivered(order: Order, {brand, product}: QuotedLine, index: number) {
  const digits = digitsOf('code', order.id, index);
  if (brand.category === 'e-sim') {
    return {
      redeem_instructions:
        '<p>The QR code of your eSIM is on its way to you <strong>by e-mail</strong>.</p>' +
        '<ol><li>Open <em>Settings</em>, then <em>Mobile data</em>, then <em>Add eSIM</em>.</li>' +
        '<li>Scan the code. The plan starts when you arrive.</li></ol>',
    };
  }
  if (product.delivery === 'by_phone') return {operator_reference: digits.text(12, numerals)};
  const code = `${digits.text(4, letters)}-${digits.text(6, letters)}-${digits.text(4, letters)}`;
  return {
    pin_code: order.scenario === 'link' ? `https://redeem.example/gift/${code.toLowerCase()}` : code,
    pin_serial: digits.text(10, numerals),
    redeem_instructions: redeemInstructions(brand.name),
  };
}
