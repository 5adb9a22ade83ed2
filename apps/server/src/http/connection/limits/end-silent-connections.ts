import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A request that was on its way when the stop began gets this long to arrive. */
const graceMs = 500;

/**
 * Ends connections on which no request ever came when the service stops. Node takes only those for
 * idle that have had one, so that a single connection which a browser or a load balancer opened
 * beforehand would hold the stop up.
 */
export function endSilentConnections(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }) => silent.delete(socket));
  app.addHook('preClose', (done) => {
    setTimeout(() => {
      for (const socket of silent) socket.destroy();
    }, graceMs).unref();
    done();
  });
}
