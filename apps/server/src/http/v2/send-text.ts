import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Answers with text that is made while it is sent, and no faster than the client takes it. Proxies are asked not to hold it back. */
export function sendText(reply: FastifyReply, mediaType: string, text: Readable): FastifyReply {
  return reply.header('x-accel-buffering', 'no').type(mediaType).send(text);
}
