import type { FastifyReply } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import type { Quota, TakePermits } from '../../fairness/take-permits.ts';
import { createRateLimiter, type RateVerdict } from './rate-limiter.ts';
import { createSharedRateLimiter } from './shared-rate-limiter.ts';

/** Counts a token's request; a promise where other processes count too and have to be asked. */
export type LimitRate = (tokenId: string, reply: FastifyReply) => Promise<void> | undefined;

/**
 * Makes what counts a token's request and says so in the `RateLimit-Policy` and `RateLimit` fields
 * (draft-ietf-httpapi-ratelimit-headers-10, structured fields of RFC 9651).
 *
 * @param quota zero requests: nothing is counted and nothing is said
 * @param takePermits from what all processes share; undefined where this process is the only one
 * @throws ServiceError `rate.limited`, from the function returned or its promise, when the quota is
 *   used up
 */
export function createRateLimit(quota: Quota, takePermits: TakePermits | undefined): LimitRate {
  if (quota.requests === 0) return () => undefined;
  const count = takePermits ? createSharedRateLimiter(takePermits, quota) : createRateLimiter(quota);
  const policy = `"default";q=${quota.requests};w=${quota.windowSeconds}`;
  const answer = (reply: FastifyReply, { allowed, remaining, resetSeconds }: RateVerdict) => {
    reply.headers({ 'ratelimit-policy': policy, ratelimit: `"default";r=${remaining};t=${resetSeconds}` });
    if (allowed) return;
    const message = `Request was throttled. Expected available in ${resetSeconds} second${resetSeconds === 1 ? '' : 's'}.`;
    throw new ServiceError('rate.limited', message, { retryAfterSeconds: resetSeconds });
  };
  return (tokenId, reply) => {
    const verdict = count(`token ${tokenId}`);
    if (verdict instanceof Promise) return verdict.then((later) => answer(reply, later));
    answer(reply, verdict);
    return undefined;
  };
}
