import type { FastifyInstance } from 'fastify';

/** Writes one line for each answered request: method, route, status, duration. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const quiet = request.routeOptions.url === '/healthz' || request.routeOptions.url === '/readyz';
    request.log[quiet ? 'debug' : 'info']({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
}
