import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';

/** Takes JSON bodies. An empty one is an empty object, so that the answer names the missing field. */
export function parseJsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body as string));
    } catch (cause) {
      // The engine's own message quotes the body, which may be a picture.
      done(new ServiceError('body.malformed', 'JSON parse error - the request body is not valid JSON.', { cause }));
    }
  });
}
