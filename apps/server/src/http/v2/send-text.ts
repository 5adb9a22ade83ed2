import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * Answers with text that is made while it is sent, and no faster than the client takes it. Proxies
 * are asked not to hold it back. The connection ends with it: one that is kept open when the
 * service stops meanwhile would hold up the stop.
 */
export function sendText(reply: FastifyReply, mediaType: string, text: Readable): FastifyReply {
  return reply.headers({ 'x-accel-buffering': 'no', connection: 'close' }).type(mediaType).send(text);
}
