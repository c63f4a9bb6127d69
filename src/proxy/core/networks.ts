/** The networks of a buyer's address, as limits count them. */
export interface Networks {
  /** The address (IPv4) or the /64 that one household has (IPv6). */
  readonly buyer: string;
  /** The networks around it, the smallest first: /24 of IPv4; /56 and /48 of IPv6. */
  readonly around: readonly string[];
}

/**
 * Returns the networks of an IP address. One customer of a provider may have a whole /48 of IPv6, and thereby as many
 * addresses as wanted. An IPv4 address within an IPv6 address counts as itself: mapped (RFC 4291, 2.5.5.2) and behind NAT64
 * (RFC 6052 and 8215).
 */
export function networksOf(address: string): Networks {
  if (!address.includes(':')) return ofIpv4(address.split('.').map(Number));
  const groups = groupsOf(address);
  const [, , , , , , high = 0, low = 0] = groups;
  if (holdsIpv4(groups)) return ofIpv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
  const hex = groups.map(group => group.toString(16));
  const [, , , fourth = 0] = groups;
  return {
    buyer: hex.slice(0, 4).join(':'),
    around: [
      `${hex.slice(0, 3).join(':')}:${(fourth & 0xff00).toString(16)}/56`,
      `${hex.slice(0, 3).join(':')}/48`,
    ],
  };
}

function ofIpv4(bytes: readonly number[]): Networks {
  return {buyer: bytes.join('.'), around: [`${bytes.slice(0, 3).join('.')}/24`]};
}

const mapped = [0, 0, 0, 0, 0, 0xffff];
const nat64 = [0x64, 0xff9b, 0, 0, 0, 0];
const localNat64 = [0x64, 0xff9b, 1];

function holdsIpv4(groups: readonly number[]): boolean {
  return [mapped, nat64, localNat64].some(prefix => prefix.every((group, index) => groups[index] === group));
}

/** Returns the eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  // The URL parser writes it in its shortest form, with an IPv4 part as two groups.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const parse = (text = '') => (text ? text.split(':').map(group => Number.parseInt(group, 16)) : []);
  if (tail === undefined) return parse(head);
  const [before, after] = [parse(head), parse(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
