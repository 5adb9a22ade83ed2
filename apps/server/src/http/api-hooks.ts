import type { FastifyReply, FastifyRequest } from 'fastify';

type CallbackHook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/** What every route with a token starts with. */
export type ApiHooks = {
  readonly authenticate: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  readonly requireJsonAnswer: CallbackHook;
};
