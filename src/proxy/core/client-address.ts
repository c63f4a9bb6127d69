import type {Asked} from './request.js';

/**
 * The buyer's address. `X-Forwarded-For` is anyone's to write, so only the entries that our own `trustedHops` proxies
 * added are believed: counted from the right, the first that the outermost of them saw.
 */
export function buyerAddress({headers, connection}: Asked, trustedHops: number): string | undefined {
  if (trustedHops > 0) {
    const entries = (headers.get('x-forwarded-for') ?? '').split(',').map(entry => entry.trim());
    const forwarded = plainAddress(entries.at(-trustedHops) ?? entries[0]);
    if (forwarded) return forwarded;
  }
  return plainAddress(connection.remoteAddress);
}

/** An IP address without port, brackets, zone or IPv4-in-IPv6 prefix; undefined for anything else. */
function plainAddress(value: string | undefined): string | undefined {
  const bare = value
    ?.replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  if (!bare) return undefined;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(bare))
    return bare.split('.').every(part => Number(part) < 256) ? bare : undefined;
  // A parser of URLs forgives spaces and breaks of lines.
  return /^[\da-f:.]+$/i.test(bare) && bare.includes(':') && URL.canParse(`http://[${bare}]`)
    ? bare
    : undefined;
}

/** Whom limits count: an IPv4 address, or the first half of an IPv6 one, of which one household has them all. */
export function buyerOf(address: string | undefined): string | undefined {
  if (!address?.includes(':')) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const given = [...groups(head), ...groups(tail)].length;
  const whole =
    tail === undefined ? groups(head) : [...groups(head), ...Array(8 - given).fill('0'), ...groups(tail)];
  return whole.slice(0, 4).join(':');
}
