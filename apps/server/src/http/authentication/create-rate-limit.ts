import type { FastifyReply } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import type { Quota, TakePermits } from '../../fairness/take-permits.ts';
import type { Caller } from '../../tokens/rights/caller.ts';
import { createRateLimiter, type RateVerdict } from './rate-limiter.ts';
import { createSharedRateLimiter } from './shared-rate-limiter.ts';

/** Counts a token's request; a promise where other processes count too and have to be asked. */
export type LimitRate = (caller: Pick<Caller, 'tokenId' | 'rateLimit'>, reply: FastifyReply) => Promise<void> | undefined;

/**
 * Makes what counts a token's request and says so in the `RateLimit-Policy` and `RateLimit` fields
 * (draft-ietf-httpapi-ratelimit-headers-10, structured fields of RFC 9651).
 *
 * @param usual the quota of tokens that have none of their own; zero requests: nothing of them is
 *   counted and nothing is said
 * @param takePermits from what all processes share; undefined where this process is the only one
 * @throws ServiceError `rate.limited`, from the function returned or its promise, when the quota is
 *   used up
 */
export function createRateLimit(usual: Quota, takePermits: TakePermits | undefined): LimitRate {
  const count = takePermits ? createSharedRateLimiter(takePermits) : createRateLimiter();
  return ({ tokenId, rateLimit }, reply) => {
    const quota = rateLimit === null ? usual : { ...usual, requests: rateLimit };
    if (quota.requests === 0) return undefined;
    const verdict = count(`token ${tokenId}`, quota);
    if (verdict instanceof Promise) return verdict.then((later) => answer(reply, quota, later));
    answer(reply, quota, verdict);
    return undefined;
  };
}

function answer(reply: FastifyReply, { requests, windowSeconds }: Quota, { allowed, remaining, resetSeconds }: RateVerdict): void {
  const policy = `"default";q=${requests};w=${windowSeconds}`;
  reply.headers({ 'ratelimit-policy': policy, ratelimit: `"default";r=${remaining};t=${resetSeconds}` });
  if (allowed) return;
  const message = `Request was throttled. Expected available in ${resetSeconds} second${resetSeconds === 1 ? '' : 's'}.`;
  throw new ServiceError('rate.limited', message, { retryAfterSeconds: resetSeconds });
}
