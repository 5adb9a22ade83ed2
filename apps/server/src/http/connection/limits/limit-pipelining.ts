import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Requests of one connection that may be under way at the same time. */
const maxPipelined = 64;

/**
 * Bounds how many requests a client may send on one connection without waiting for the answers (RFC
 * 9112, section 9.3.2). A piece of what it sends holds more than a thousand, all of which Node
 * hands over in one step, and nobody else is served meanwhile. The last one that is taken is
 * answered with `Connection: close`; whatever comes after that is not processed (section 9.6).
 */
export function limitPipelining(app: FastifyInstance): void {
  const underWay = new WeakMap<Socket, number>();
  app.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
    const before = underWay.get(socket) ?? 0;
    if (before >= maxPipelined) {
      reply.hijack();
      return;
    }
    underWay.set(socket, before + 1);
    if (before + 1 === maxPipelined) reply.header('connection', 'close');
    else reply.raw.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1));
    done();
  });
}
