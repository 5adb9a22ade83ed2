import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { authenticateToken, type Caller } from '../tokens/authenticate-token.ts';

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
  sql: Kysely<Tables>,
  schemes: readonly string[],
  limitRate: LimitRate,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  if (!app.hasRequestDecorator(decorator)) app.decorateRequest(decorator, null);
  return async (request, reply) => {
    const caller = await authenticateToken(sql, request.headers.authorization, schemes);
    limitRate(caller.tokenId, reply);
    request.setDecorator(decorator, caller);
  };
}

/** Returns who calls. Only in routes that start with the hook. */
export function getCaller(request: FastifyRequest): Caller {
  return request.getDecorator<Caller>(decorator);
}
