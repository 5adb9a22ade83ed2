import type { FastifyReply } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import { createRateLimiter, type RateLimit } from './rate-limiter.ts';

/**
 * Makes what counts a token's request and says so in the `RateLimit-Policy` and `RateLimit` fields
 * (draft-ietf-httpapi-ratelimit-headers-10, structured fields of RFC 9651).
 *
 * @param limit zero requests: nothing is counted and nothing is said
 * @throws ServiceError `rate.limited`, from the function returned, when the quota is used up
 */
export function createRateLimit(limit: RateLimit): (tokenId: string, reply: FastifyReply) => void {
  if (limit.requests === 0) return () => undefined;
  const count = createRateLimiter(limit);
  const policy = `"default";q=${limit.requests};w=${limit.windowSeconds}`;
  return (tokenId, reply) => {
    const { allowed, remaining, resetSeconds } = count(tokenId);
    reply.headers({ 'ratelimit-policy': policy, ratelimit: `"default";r=${remaining};t=${resetSeconds}` });
    if (allowed) return;
    const message = `Request was throttled. Expected available in ${resetSeconds} second${resetSeconds === 1 ? '' : 's'}.`;
    throw new ServiceError('rate.limited', message, { retryAfterSeconds: resetSeconds });
  };
}
