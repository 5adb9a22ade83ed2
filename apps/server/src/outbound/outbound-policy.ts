import { BlockList, isIP, isIPv4 } from 'node:net';

/** What the service may connect to on behalf of a client. */
export type OutboundPolicy = {
  /** Whether receivers on an intranet are allowed, and http with them. */
  readonly allowPrivate: boolean;
  /** Tells whether an IP address must not be connected to. */
  readonly isBlockedAddress: (address: string) => boolean;
};

/**
 * Reached by nobody's wish but an attacker's: this host and network, link-local (where clouds keep
 * credentials), multicast, reserved and documentation ranges of the IANA special-purpose registries
 * (RFC 6890), and the metadata services of clouds outside those.
 */
const neverAllowed = [
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '100.100.100.200/32', // Alibaba
  '168.63.129.16/32', // Azure
  'fd00:ec2::/32', // Amazon
  'fd20:ce::/32', // Google
  '2001::/23', // IETF protocol assignments, Teredo among them: it carries an IPv4 address that nobody checked
  '2001:db8::/32',
  '2002::/16', // 6to4: as Teredo
  '3fff::/20',
];

/** Loopback, private networks (RFC 1918, RFC 4193) and those of carriers (RFC 6598). */
const privateNetworks = ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7'];

/** All of IPv6 that is not in here is special: only this block is given out. */
const globalUnicast = ['2000::/3'];

/**
 * Blocks whose last four bytes are the IPv4 address that is meant: mapped (RFC 4291) and translated
 * by NAT64 (RFC 6052).
 */
const carriersOfIpv4 = ['::ffff:0:0/96', '64:ff9b::/96'];

/**
 * Makes the policy that keeps webhooks from reaching what only this machine can reach (server-side
 * request forgery).
 *
 * @param allowPrivate lets loopback and private networks pass, for receivers on an intranet;
 *   everything else special stays blocked
 */
export function createOutboundPolicy(allowPrivate: boolean): OutboundPolicy {
  const never = listOf(neverAllowed);
  const internal = listOf(privateNetworks);
  const global = listOf(globalUnicast);
  const carriers = listOf(carriersOfIpv4);
  const isBlockedAddress = (address: string): boolean => {
    if (isIP(address) === 0 || address.includes('%')) return true;
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (family === 'ipv6' && carriers.check(address, family)) return isBlockedAddress(carriedAddress(address));
    if (never.check(address, family)) return true;
    if (internal.check(address, family)) return !allowPrivate;
    return family === 'ipv6' && !global.check(address, family);
  };
  return { allowPrivate, isBlockedAddress };
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** The IPv4 address in the last 32 bits, however they are written. */
function carriedAddress(address: string): string {
  // The URL parser writes every IPv6 address in its shortest form of hexadecimal groups.
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
