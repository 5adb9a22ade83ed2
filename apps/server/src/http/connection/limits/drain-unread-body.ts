import type { FastifyInstance } from 'fastify';

const lingerMs = 1000;

/**
 * Lets a refused upload end well. A connection that is closed while the client still sends is
 * reset, and the reset can overtake the answer. So what still arrives is thrown away for a moment,
 * and only then the connection is cut.
 */
export function drainUnreadBody(app: FastifyInstance): void {
  app.addHook('onResponse', (request, _reply, done) => {
    const { raw } = request;
    if (!raw.complete && !raw.destroyed) {
      const cut = setTimeout(() => raw.destroy(), lingerMs).unref();
      raw.once('close', () => clearTimeout(cut));
      raw.unpipe();
      raw.resume();
    }
    done();
  });
}
