import { ServiceError } from '../../errors/service-error.ts';
import { clientNetwork } from './client-network.ts';

/**
 * Counts a wrong token that came from an address. Throws ServiceError `rate.limited` when it is one
 * too many.
 */
export type LimitWrongTokens = (address: string) => void;

/** Networks that are remembered. Beyond that the one that was silent the longest is forgotten. */
const maxNetworks = 10_000;

type Bucket = { tokens: number; at: number };

/**
 * Makes a token bucket for each network that wrong tokens come from (see `clientNetwork`): full it
 * holds `perMinute`, and so many flow in within a minute. Right tokens are not counted and never
 * refused: a whole hotel may stand behind one address.
 *
 * @param perMinute 0: nothing is limited
 * @param now milliseconds of a clock that never goes back
 */
export function createWrongTokenLimiter(perMinute: number, now: () => number = () => performance.now()): LimitWrongTokens {
  if (perMinute === 0) return () => undefined;
  // In the order of their last use.
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return (address) => {
    const network = clientNetwork(address);
    const time = now();
    const { tokens, at } = buckets.get(network) ?? { tokens: perMinute, at: time };
    const available = Math.min(perMinute, tokens + (time - at) * perMs);
    const isAllowed = available >= 1;
    buckets.delete(network);
    buckets.set(network, { tokens: isAllowed ? available - 1 : available, at: time });
    if (buckets.size > maxNetworks) buckets.delete(buckets.keys().next().value as string);
    if (isAllowed) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((1 - available) / perMs / 1000));
    const message = `Too many wrong tokens came from this address. Expected available in ${retryAfterSeconds} second${retryAfterSeconds === 1 ? '' : 's'}.`;
    throw new ServiceError('rate.limited', message, { retryAfterSeconds });
  };
}
