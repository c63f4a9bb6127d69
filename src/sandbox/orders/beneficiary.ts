import type {Product} from '../catalogue/product.js';
import type {Shelf} from '../catalogue/shelf.js';

/** Checks whether a product can be sent to an e-mail, or to a phone number of the shelf's country. */
export function canReceive({phone}: Shelf, product: Product, beneficiary: string): boolean {
  if (product.delivery === 'by_email') return isEmail(beneficiary);
  const [min, max] = phone.digits;
  return new RegExp(`^\\+${phone.prefix}\\d{${min},${max}}$`).test(beneficiary);
}

export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);
}
