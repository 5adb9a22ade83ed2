import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isServiceError } from '../../errors/service-error.ts';
import type { Caller } from '../../tokens/caller.ts';
import type { TokenRegistry } from '../../tokens/open-token-registry.ts';
import type { RequestHook } from '../request-hook.ts';
import { authenticateToken } from './authenticate-token.ts';
import { followToken } from './follow-token.ts';
import type { LimitWrongTokens } from './wrong-token-limiter.ts';

const decorator = 'access';
type Access = { readonly caller: Caller; readonly signal: AbortSignal };

type LimitRate = (tokenId: string, reply: FastifyReply) => void;

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
  const recognise = ({ headers, ip }: FastifyRequest) => {
    try {
      return authenticateToken(tokens, headers.authorization, schemes);
    } catch (error) {
      if (isServiceError(error) && error.code === 'authentication.invalid') limitWrongTokens(ip);
      throw error;
    }
  };
  return (request, reply, done) => {
    try {
      const caller = recognise(request);
      limitRate(caller.tokenId, reply);
      request.setDecorator<Access>(decorator, { caller, signal: followToken(reply, tokens, caller.tokenId) });
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
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
