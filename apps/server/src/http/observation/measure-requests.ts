import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../../metrics/create-metrics.ts';

/** Counts and times each answered request by the pattern of its route, never by its address. */
export function measureRequests(app: FastifyInstance, { recordRequest }: Pick<Metrics, 'recordRequest'>): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? undefined : request.routeOptions.url;
    recordRequest({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
    done();
  });
}
