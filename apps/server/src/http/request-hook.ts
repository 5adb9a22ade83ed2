import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * A hook that says when it is done, and what was wrong. Unlike Fastify's own type it may be called
 * by another hook.
 */
export type RequestHook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;
