import {hostileInstructions, redeemInstructions} from '../catalogue/rich-description.js';
import {type SeededRandom, seededRandom} from '../support/seeded-random.js';
import type {Order} from './order-book.js';
import type {QuotedLine} from './validation.js';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const numerals = '0123456789';

/** What a delivered line carries, by what was sold and by the words of the buyer's e-mail. */
export function delivered(order: Order, {brand, product}: QuotedLine, index: number): object {
  const digits = seededRandom('code', order.id, index);
  if (brand.category === 'e-sim') return esim(order, digits);
  if (product.delivery === 'by_phone') return {operator_reference: digits.text(12, numerals)};
  const code = `${digits.text(4, letters)}-${digits.text(6, letters)}-${digits.text(4, letters)}`;
  return {
    pin_code: code,
    pin_serial: digits.text(10, numerals),
    redeem_instructions: redeemInstructions(brand.name),
    ...special(order, code, digits),
  };
}

/** An activation code (GSMA SGP.22, section 4.1) where a card has its code: the API's own fields for it are not known. */
function esim({scenario, id, origin}: Order, digits: SeededRandom): object {
  if (scenario.has('esim-by-mail')) {
    return {
      redeem_instructions:
        '<p>The QR code of your eSIM is on its way to you <strong>by e-mail</strong>.</p>' +
        '<ol><li>Open <em>Settings</em>, then <em>Mobile data</em>, then <em>Add eSIM</em>.</li>' +
        '<li>Scan the code. The plan starts when you arrive.</li></ol>',
    };
  }
  return {
    pin_code: `LPA:1$smdp.example.com$${digits.text(5, letters)}-${digits.text(5, letters)}-${digits.text(5, letters)}`,
    pin_serial: `8901${digits.text(15, numerals)}`,
    qr_image_url: `${origin}/sandbox/images/${id}.svg`,
    redeem_instructions:
      '<ol><li>Open <em>Settings</em>, then <em>Mobile data</em>, then <em>Add eSIM</em>.</li>' +
      '<li>Scan the code, or enter it by hand. The plan starts when you arrive.</li></ol>' +
      '<p>The code is on its way to you <strong>by e-mail</strong> too.</p>',
  };
}

/** What is out of the ordinary about a card. */
function special({scenario, id, origin}: Order, code: string, digits: SeededRandom): object {
  const image = `${origin}/sandbox/images/${id}.svg`;
  const address = `redeem.example/gift/${code.toLowerCase()}`;
  return {
    ...(scenario.has('link') && {pin_code: `https://${address}`}),
    ...(scenario.has('insecure-link') && {pin_code: `http://${address}`}),
    ...(scenario.has('security-code') && {security_code: digits.text(4, numerals)}),
    ...(scenario.has('barcode') && {barcode_image_url: image}),
    ...(scenario.has('code-image') && {qr_image_url: image}),
    ...(scenario.has('hostile') && {
      pin_code: 'javascript:alert(document.domain)',
      barcode_image_url: 'javascript:alert(1)',
      qr_image_url: 'data:text/html,<script>alert(1)</script>',
      redeem_instructions: hostileInstructions,
    }),
  };
}
