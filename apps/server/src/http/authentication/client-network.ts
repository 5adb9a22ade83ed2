import { isIP, isIPv4 } from 'node:net';

/**
 * Returns what stands for the network of a client: an IPv4 address itself, and of an IPv6 address
 * its first 64 bits, since whoever has one has all of them that begin so (RFC 4291, section 2.5.4).
 * An IPv4 address that is written as IPv6 is an IPv4 address. Everything that is no address is one
 * network, however it is written.
 */
export function clientNetwork(address: string): string {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain;
  if (isIP(plain) === 0) return 'unknown';
  const [head = ''] = plain.split('::');
  const groups = head === '' ? [] : head.split(':').map((group) => Number.parseInt(group, 16));
  return `${[0, 1, 2, 3].map((index) => (groups[index] ?? 0).toString(16)).join(':')}::/64`;
}
