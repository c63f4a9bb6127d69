/** Matches bech32 in one case throughout (BIP 173): addresses of Bitcoin and Litecoin, and invoices. */
const BECH32 = /^((bc|ltc)1|lnbc)[a-z\d]*$|^((BC|LTC)1|LNBC)[A-Z\d]*$/;

/** Returns a text with its bech32 in upper case, which takes less room in a QR code (BIP 173, BOLT 11). */
export function upperCaseBech32(text: string): string {
  return text.replace(/\b(bc1|lnbc)[a-z\d]{20,}/g, found => found.toUpperCase());
}

/**
 * Returns the spelling in which two equal addresses are the same text: lower case for hexadecimal and bech32, whose case
 * says nothing of the recipient. Elsewhere case is part of the address.
 */
export function normalizeAddress(address: string): string {
  return address.startsWith('0x') || BECH32.test(address) ? address.toLowerCase() : address;
}
