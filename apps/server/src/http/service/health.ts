import { HealthResponse, ReadinessResponse } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../app-deps.ts';

const healthSchema = {
  operationId: 'readHealth',
  tags: ['Service'],
  summary: 'Is the process alive',
  response: { 200: HealthResponse },
};

const readinessSchema = {
  operationId: 'readReadiness',
  tags: ['Service'],
  summary: 'Does it take work',
  response: { 200: ReadinessResponse, 503: ReadinessResponse },
};

/**
 * `GET /healthz`: the process runs. `GET /readyz`: it can take work; 503 while it cannot, also
 * while it stops.
 */
export function registerHealth(app: FastifyInstance, deps: Pick<AppDeps, 'checkReadiness'>): void {
  app.get('/healthz', { schema: healthSchema }, () => ({ status: 'ok' as const }));
  app.get('/readyz', { schema: readinessSchema }, async (_request, reply) => {
    const readiness = await deps.checkReadiness();
    return reply.status(readiness.status === 'ready' ? 200 : 503).send(readiness);
  });
}
