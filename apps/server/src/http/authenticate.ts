import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { authenticateToken, type Caller } from '../tokens/authenticate-token.ts';

const decorator = 'caller';

/** Makes the hook that every route with a token starts with, before anything else about the request is looked at. */
export function createAuthentication(app: FastifyInstance, sql: Kysely<Tables>): (request: FastifyRequest) => Promise<void> {
  app.decorateRequest(decorator, null);
  return async (request) => {
    request.setDecorator(decorator, await authenticateToken(sql, request.headers.authorization));
  };
}

/** Returns who calls. Only in routes that start with the hook. */
export function getCaller(request: FastifyRequest): Caller {
  return request.getDecorator<Caller>(decorator);
}
