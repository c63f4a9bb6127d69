import {tryOrUndefined} from './try-or-undefined.js';
import {plainText} from './typed-text.js';

/**
 * Whether a text is an e-mail address as the HTML standard's `input type=email` accepts it, with a dot in the domain: the
 * API delivers codes there, so an address that cannot be reached from the internet is refused.
 */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(
      text,
    )
  );
}

/**
 * Returns an e-mail address as it is sent, its domain in ASCII (`ana@münchen.example` becomes `ana@xn--mnchen-3ya.example`,
 * RFC 5891); `undefined` for a text that is none.
 */
export function toEmail(text: string): string | undefined {
  const plain = withoutBrackets(plainText(text).replace(/^mailto:/i, ''));
  const at = plain.lastIndexOf('@') + 1;
  const domain = plain.slice(at);
  const host =
    /[^ -~]/.test(domain) && !/[/?#:@\s\\]/.test(domain)
      ? tryOrUndefined(() => new URL(`http://${domain}`).hostname)
      : domain;
  const email = plain.slice(0, at) + (host ?? domain);
  return isEmail(email) ? email : undefined;
}

/** Returns an address of a wallet without spaces, and without the brackets or quotes that it was pasted in. */
export function toAddress(text: string): string {
  return withoutBrackets(plainText(text).replace(/\s/g, ''));
}

function withoutBrackets(text: string): string {
  return text.replace(/^[<({["'`“‘«]+|[>)}\]"'`”’»]+$/g, '');
}

/** Matches an E.164 number by its country code: those of one and two digits, all others have three. */
const COUNTRY_CODE = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/** Matches the country codes after which a zero is part of the number, of a mobile one or of any other. */
const KEEPS_ZERO = /^(39|47|22[5-79]|24[127]|250|378|992)$/;

/** Prefixes that are dialled inside a country (ITU-T E.123), where they are no zero, and a number would be too long with them. */
const TRUNKS: Readonly<Record<string, RegExp>> = {
  1: /^[01](?=\d{10}$)/,
  7: /^[08](?=\d{10}$)/,
  36: /^0+(6(?=\d{8,9}$))?/,
  52: /^01?(?=\d{10}$)/,
  370: /^[08](?=\d{8}$)/,
  375: /^8?0(?=\d{9}$)/,
  992: /^8(?=\d{9}$)/,
  993: /^[08](?=\d{8}$)/,
  998: /^[08](?=\d{9}$)/,
};

/**
 * Returns a phone number in E.164 form (`+` and at most 15 digits), without the prefix that is dialled inside its country;
 * `undefined` for a text that is none. A number that can be right as it stands is not changed.
 */
export function toPhone(text: string): string | undefined {
  const bare = plainText(text)
    .replace(/^tel:|\s/gi, '')
    .replace(/[([]0[)\]]/, '')
    .replace(/[()[\]./\-‐-―−]/g, '')
    .replace(/^00/, '+');
  const [, code = '', rest = ''] = COUNTRY_CODE.exec(bare) ?? [];
  const trunk = TRUNKS[code] ?? (KEEPS_ZERO.test(code) ? '' : /^0+/);
  const phone = `+${code}${rest.replace(trunk, '')}`;
  return /^\+[1-9]\d{6,14}$/.test(phone) ? phone : undefined;
}

/** Formats an E.164 number for reading, with its country code apart and its digits in groups of three. */
export function readablePhone(phone: string): string {
  const [, code = '', rest = ''] = COUNTRY_CODE.exec(phone) ?? [];
  if (!code) return phone;
  const groups = rest.match(/\d{3}(?=\d{3})|\d{1,5}/g) ?? [];
  return `+${code} ${groups.join(' ')}`;
}
