import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import manifest from '../../../package.json' with { type: 'json' };
import { buildDocument, type DocumentedRoute, documentedRoutes } from './build-document.ts';

const schema = {
  operationId: 'readOpenApi',
  tags: ['Service'],
  summary: 'This description of the service',
  response: {
    200: { description: 'An OpenAPI 3.1 document.', content: { 'application/json': { schema: Type.Object({ openapi: Type.String() }) } } },
  },
};

/**
 * `GET /openapi.json`: describes every route that is added after this call.
 *
 * @param publicUrl where clients reach the service, when that is not where they found the document
 */
export function registerOpenApi(app: FastifyInstance, publicUrl: string | undefined): void {
  const routes: DocumentedRoute[] = [];
  app.addHook('onRoute', (route) => void routes.push(...documentedRoutes(route)));
  let text = '';
  app.addHook('onReady', (done) => {
    text = JSON.stringify(buildDocument(routes, manifest.version, publicUrl));
    done();
  });
  app.get('/openapi.json', { schema }, (_request, reply) => reply.type('application/json').serializer(String).send(text));
}
