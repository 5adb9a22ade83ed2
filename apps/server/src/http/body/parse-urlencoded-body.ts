import { identifyPicture } from '@ocr-web/reader';
import type { FastifyInstance } from 'fastify';
import { readUrlencodedFields } from '../../bodies/read-urlencoded-fields.ts';
import type { FormBody } from './parse-form-body.ts';

/**
 * Takes `application/x-www-form-urlencoded` bodies: each field as text, and the picture as bytes
 * where it was encoded as such.
 */
export function parseUrlencodedBody(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, readForm(body as Buffer, request.routeOptions.config.fileField));
    } catch (error) {
      done(error as Error);
    }
  });
}

function readForm(body: Buffer, fileField: string | undefined): FormBody {
  const fields = [...readUrlencodedFields(body)];
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name === fileField && identifyPicture(value) ? value : value.toString('utf8')]),
  );
}
