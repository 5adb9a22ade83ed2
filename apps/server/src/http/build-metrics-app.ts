import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ServiceError } from '../errors/service-error.ts';
import { createFastify } from './create-fastify.ts';

/** A page for Prometheus, and the type that says in which format it is. */
export type MetricsPage = { readonly contentType: string; readonly text: string };

/** Builds what Prometheus asks: `GET /metrics`, nothing else. Who may ask decides the network. */
export function buildMetricsApp(logger: Logger, renderPage: () => Promise<MetricsPage>): FastifyInstance {
  const app = createFastify({ trustProxy: false }, logger);
  app.setNotFoundHandler(() => {
    throw new ServiceError('not_found', 'Not found. Metrics are served at /metrics.');
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await renderPage();
    return reply.type(contentType).send(text);
  });
  return app;
}
