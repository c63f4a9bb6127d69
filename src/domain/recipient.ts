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
  const plain = text.replace(/\p{Cf}/gu, '').trim();
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
  return plainText(text)
    .replace(/\s/g, '')
    .replace(/^[<({["'`“‘«]+|[>)}\]"'`”’»]+$/g, '');
}

/** Matches numbers of countries whose trunk zero is dropped from abroad (ITU-T E.123). Elsewhere it belongs to the number. */
const TRUNK =
  /^\+(20|27|3[1-3]|40|41|43|44|46|49|6[0-4]|66|81|82|84|9[0-58]|212|213|233|234|25[4-6]|353|358|380|966|971|972)0(?=\d)/;

/** Returns a phone number in E.164 form (`+` and at most 15 digits); `undefined` for a text that is none. */
export function toPhone(text: string): string | undefined {
  const bare = plainText(text)
    .replace('(0)', '')
    .replace(/[\s().\-‐-―]/g, '')
    .replace(/^00/, '+')
    .replace(TRUNK, '+$1');
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : undefined;
}

/** Matches an E.164 number by its country code: those of one and two digits, all others have three. */
const COUNTRY_CODE = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/** Formats an E.164 number for reading, with its country code apart and its digits in groups of three. */
export function readablePhone(phone: string): string {
  const [, code = '', rest = ''] = COUNTRY_CODE.exec(phone) ?? [];
  if (!code) return phone;
  const groups = rest.match(/\d{3}(?=\d{3})|\d{1,5}/g) ?? [];
  return `+${code} ${groups.join(' ')}`;
}
