import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticateToken } from '../tokens/authenticate-token.ts';
import type { Caller } from '../tokens/caller.ts';
import type { TokenRegistry } from '../tokens/open-token-registry.ts';
import type { CallbackHook } from './api-hooks.ts';

const decorator = 'caller';

export type LimitRate = (tokenId: string, reply: FastifyReply) => void;

/**
 * Makes the hook that every route with a token starts with, before anything else about the request is looked at.
 *
 * @param schemes what may stand before the token, in small letters
 * @param limitRate counts the request of a token that was recognised, and throws when it is one too many
 */
export function createAuthentication(
  app: FastifyInstance,
  tokens: TokenRegistry,
  schemes: readonly string[],
  limitRate: LimitRate,
): CallbackHook {
  if (!app.hasRequestDecorator(decorator)) app.decorateRequest(decorator, null);
  return (request, reply, done) => {
    try {
      const caller = authenticateToken(tokens, request.headers.authorization, schemes);
      limitRate(caller.tokenId, reply);
      request.setDecorator(decorator, caller);
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  };
}

/** Returns who calls. Only in routes that start with the hook. */
export function getCaller(request: FastifyRequest): Caller {
  return request.getDecorator<Caller>(decorator);
}
