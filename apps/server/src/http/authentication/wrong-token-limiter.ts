import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors/service-error.ts';
import type { TakePermits } from '../../fairness/take-permits.ts';
import { clientNetwork } from './client-network.ts';
import type { RateVerdict } from './rate-limiter.ts';
import { createSharedRateLimiter } from './shared-rate-limiter.ts';

/**
 * Counts a wrong token that came from an address; a promise where other processes count too. Throws
 * ServiceError `rate.limited`, or its promise does, when it is one too many.
 */
export type LimitWrongTokens = (address: string) => Promise<void> | undefined;

/** Networks that are remembered. Beyond that the one that was silent the longest is forgotten. */
const maxNetworks = 10_000;

/**
 * Networks share so many subjects in the database: strangers must not fill it. Where two meet, they
 * share a quota, and still only for tokens that are wrong.
 */
const sharedSlots = 65_536;

/** Statements for strangers at a time. Beyond that each process counts on its own. */
const maxTaking = 2;

type Bucket = { tokens: number; at: number };

/**
 * Makes a token bucket for each network that wrong tokens come from (see `clientNetwork`): full it
 * holds `perMinute`, and so many flow in within a minute. Right tokens are not counted and never
 * refused: a whole hotel may stand behind one address.
 *
 * @param perMinute 0: nothing is limited
 * @param takePermits from what all processes share, by the minute; undefined where this process is
 *   the only one
 * @param now milliseconds of a clock that never goes back
 */
export function createWrongTokenLimiter(
  perMinute: number,
  takePermits: TakePermits | undefined,
  now: () => number = () => performance.now(),
): LimitWrongTokens {
  if (perMinute === 0) return () => undefined;
  // In the order of their last use.
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const countTogether = takePermits && createSharedCount(takePermits, perMinute);
  return (address) => {
    const network = clientNetwork(address);
    const time = now();
    const { tokens, at } = buckets.get(network) ?? { tokens: perMinute, at: time };
    const available = Math.min(perMinute, tokens + (time - at) * perMs);
    const isAllowed = available >= 1;
    buckets.delete(network);
    buckets.set(network, { tokens: isAllowed ? available - 1 : available, at: time });
    if (buckets.size > maxNetworks) buckets.delete(buckets.keys().next().value as string);
    if (!isAllowed) refuse(Math.max(1, Math.ceil((1 - available) / perMs / 1000)));
    return countTogether?.(network);
  };
}

function createSharedCount(takePermits: TakePermits, perMinute: number): (network: string) => Promise<void> | undefined {
  const quota = { requests: perMinute, windowSeconds: 60 };
  const count = createSharedRateLimiter(takePermits);
  let taking = 0;
  return (network) => {
    if (taking >= maxTaking) return undefined;
    const slot = createHash('sha256').update(network).digest().readUInt32BE() % sharedSlots;
    const verdict = count(`network ${slot}`, quota);
    const refuseIfUsedUp = ({ allowed, resetSeconds }: RateVerdict) => {
      if (!allowed) refuse(resetSeconds);
    };
    if (!(verdict instanceof Promise)) {
      refuseIfUsedUp(verdict);
      return undefined;
    }
    taking += 1;
    return verdict.then(refuseIfUsedUp).finally(() => {
      taking -= 1;
    });
  };
}

function refuse(retryAfterSeconds: number): never {
  const message = `Too many wrong tokens came from this address. Expected available in ${retryAfterSeconds} second${retryAfterSeconds === 1 ? '' : 's'}.`;
  throw new ServiceError('rate.limited', message, { retryAfterSeconds });
}
