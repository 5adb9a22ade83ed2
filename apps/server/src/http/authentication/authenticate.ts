import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isServiceError } from '../../errors/service-error.ts';
import type { TokenRegistry } from '../../tokens/registry/open-token-registry.ts';
import type { Caller } from '../../tokens/rights/caller.ts';
import type { RequestHook } from '../request-hook.ts';
import { authenticateToken } from './authenticate-token.ts';
import type { LimitRate } from './create-rate-limit.ts';
import { followToken } from './follow-token.ts';
import type { LimitWrongTokens } from './wrong-token-limiter.ts';

const decorator = 'access';
type Access = { readonly caller: Caller; readonly signal: AbortSignal };

/** What bounds how many requests may ask who they are. */
export type AuthenticationLimits = {
  /** Counts the request of a token that was recognised, and throws when it is one too many. */
  readonly limitRate: LimitRate;
  /** Counts a token that was not recognised, and throws when it is one too many. */
  readonly limitWrongTokens: LimitWrongTokens;
};

/**
 * Makes the hook that every route with a token starts with, before anything else about the request
 * is looked at.
 *
 * @param schemes what may stand before the token, in small letters
 */
export function createAuthentication(
  app: FastifyInstance,
  tokens: TokenRegistry,
  schemes: readonly string[],
  { limitRate, limitWrongTokens }: AuthenticationLimits,
): RequestHook {
  if (!app.hasRequestDecorator(decorator)) app.decorateRequest(decorator, null);
  const recognise = ({ headers, ip }: FastifyRequest): Caller | Promise<never> => {
    try {
      return authenticateToken(tokens, headers.authorization, schemes);
    } catch (error) {
      const isWrong = isServiceError(error) && error.code === 'authentication.invalid';
      const counting = isWrong ? limitWrongTokens(ip) : undefined;
      if (counting) return counting.then(() => Promise.reject(error));
      throw error;
    }
  };
  const admit: (request: FastifyRequest, reply: FastifyReply) => Promise<void> | undefined = (request, reply) => {
    const caller = recognise(request);
    if (caller instanceof Promise) return caller;
    tokens.recordUse(caller.tokenId);
    const enter = () => request.setDecorator<Access>(decorator, { caller, signal: followToken(reply, tokens, caller.tokenId) });
    const counting = limitRate(caller, reply);
    if (counting) return counting.then(enter);
    enter();
    return undefined;
  };
  return (request, reply, done) => {
    let admitting: Promise<void> | undefined;
    try {
      admitting = admit(request, reply);
    } catch (error) {
      done(error as Error);
      return;
    }
    if (admitting) admitting.then(() => done(), done);
    else done();
  };
}

/** Returns who calls. Only in routes that start with the hook. */
export function getCaller(request: FastifyRequest): Caller {
  return request.getDecorator<Access>(decorator).caller;
}

/**
 * Returns what aborts when the client leaves or its token is revoked. Only in routes that start
 * with the hook.
 */
export function getSignal(request: FastifyRequest): AbortSignal {
  return request.getDecorator<Access>(decorator).signal;
}

/**
 * Throws ServiceError `authentication.invalid` when the token of a request was revoked meanwhile.
 */
export function throwIfRevoked(request: FastifyRequest): void {
  const { reason } = getSignal(request);
  if (isServiceError(reason)) throw reason;
}
