import { promises as dns, type LookupAddress } from 'node:dns';

/** Finds the IP addresses of a host. Rejects with the codes of node:dns where it has none. */
export type ResolveHost = (hostname: string, signal: AbortSignal) => Promise<readonly LookupAddress[]>;

/**
 * Asks the name servers of this machine. Not `dns.lookup`: that blocks one of the four threads
 * which files and pictures need too, for as long as a stranger's name server likes. What it costs:
 * /etc/hosts and search domains count for nothing.
 *
 * @param servers other name servers, as node:dns takes them
 */
export function createPublicResolver(servers?: readonly string[]): ResolveHost {
  return async (hostname, signal) => {
    const resolver = new dns.Resolver({ timeout: 4000, tries: 2 });
    if (servers) resolver.setServers(servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
      const found = [
        ...(v4.status === 'fulfilled' ? v4.value : []).map((address) => ({ address, family: 4 })),
        ...(v6.status === 'fulfilled' ? v6.value : []).map((address) => ({ address, family: 6 })),
      ];
      if (found.length === 0 && v4.status === 'rejected') throw v4.reason;
      return found;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
}

/**
 * Asks the way that every program of this machine does, /etc/hosts and search domains included: for
 * receivers on an intranet.
 */
export const resolveIntranetHost: ResolveHost = (hostname) => dns.lookup(hostname, { all: true, order: 'verbatim' });

/** The host of a URL as sockets want it: an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
