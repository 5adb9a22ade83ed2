import type { FastifyReply, FastifyRequest } from 'fastify';

/** A hook that says when it is done, and what was wrong. */
export type CallbackHook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/** What every route with a token starts with. */
export type ApiHooks = {
  readonly authenticate: CallbackHook;
  readonly requireJsonAnswer: CallbackHook;
};
