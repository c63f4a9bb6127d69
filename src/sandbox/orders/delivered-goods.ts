import {type SeededRandom, seededRandom} from '../support/seeded-random.js';
import type {Order} from './order.js';
import {
  esimInstructions,
  hostileInstructions,
  mailedEsimInstructions,
  redeemInstructions,
} from './redeem-instructions.js';
import type {QuotedLine} from './validation.js';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const digits = '0123456789';

/** Returns the fields of a delivered line: those of a card, an eSIM or a top-up. */
export function deliveredGoods(order: Order, {brand, product}: QuotedLine, index: number): object {
  const random = seededRandom('code', order.id, index);
  if (brand.category === 'e-sim') return esim(order, random);
  if (product.delivery === 'by_phone') return {operator_reference: random.text(12, digits)};
  return card(order, brand.name, random);
}

/** Puts the activation code (GSMA SGP.22, section 4.1) where a card has its code: the API's own field is unknown. */
function esim(order: Order, random: SeededRandom): object {
  if (order.effects.isEsimMailed) return {redeem_instructions: mailedEsimInstructions};
  const part = () => random.text(5, letters);
  return {
    pin_code: `LPA:1$smdp.example.com$${part()}-${part()}-${part()}`,
    pin_serial: `8901${random.text(15, digits)}`,
    qr_image_url: imageUrl(order),
    redeem_instructions: esimInstructions,
  };
}

function card(order: Order, brandName: string, random: SeededRandom): object {
  const {effects} = order;
  const code = `${random.text(4, letters)}-${random.text(6, letters)}-${random.text(4, letters)}`;
  return {
    pin_code: code,
    pin_serial: random.text(10, digits),
    redeem_instructions: redeemInstructions(brandName),
    ...(effects.codeProtocol && {
      pin_code: `${effects.codeProtocol}://redeem.example/gift/${code.toLowerCase()}`,
    }),
    ...(effects.hasSecurityCode && {security_code: random.text(4, digits)}),
    ...(effects.hasBarcode && {barcode_image_url: imageUrl(order)}),
    ...(effects.hasCodeImage && {qr_image_url: imageUrl(order)}),
    ...(effects.isHostile && hostileFields),
  };
}

const hostileFields = {
  pin_code: 'javascript:alert(document.domain)',
  barcode_image_url: 'javascript:alert(1)',
  qr_image_url: 'data:text/html,<script>alert(1)</script>',
  redeem_instructions: hostileInstructions,
};

function imageUrl({origin, id}: Order): string {
  return `${origin}/sandbox/images/${id}.svg`;
}
