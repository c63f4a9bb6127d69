import {type Networks, networksOf} from './networks.js';
import type {ProxyRequest} from './request.js';

/** Longer than an IPv6 address with brackets, zone and port; parsers never see more. */
const maxLength = 100;

/**
 * Returns the buyer's IP address; `undefined` if it is unknown. Anyone can send `X-Forwarded-For`, so only the entries
 * that the `trustedHops` proxies in front have added count: from the right, the one that the outermost of them wrote.
 */
export function clientAddress({headers, connection}: ProxyRequest, trustedHops: number): string | undefined {
  if (trustedHops > 0) {
    const entries = (headers.get('x-forwarded-for') ?? '').split(',').map(entry => entry.trim());
    const forwarded = plainAddress(entries.at(-trustedHops) ?? entries[0]);
    if (forwarded) return forwarded;
  }
  return plainAddress(connection.remoteAddress);
}

/** Strips port, brackets, zone and IPv4-in-IPv6 prefix from an IP address; `undefined` for anything else. */
function plainAddress(value: string | undefined): string | undefined {
  if (value === undefined || value.length > maxLength) return undefined;
  if (isIpv4(value)) return value;
  const bare = value
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIpv4(bare)) return bare;
  // The regular expression comes first because URL parsers ignore spaces and line breaks.
  const isAddress = /^[\da-f:.]+$/i.test(bare) && bare.includes(':') && URL.canParse(`http://[${bare}]`);
  return isAddress ? bare : undefined;
}

function isIpv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every(part => Number(part) < 256);
}

/** Returns the networks by which limits count the buyer; `undefined` if the address is unknown. */
export function clientNetworks(request: ProxyRequest, trustedHops: number): Networks | undefined {
  const address = clientAddress(request, trustedHops);
  return address === undefined ? undefined : networksOf(address);
}
