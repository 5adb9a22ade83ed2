import type { FastifyInstance } from 'fastify';
import { checkJsonStructure } from '../../bodies/check-json-structure.ts';
import { ServiceError } from '../../errors/service-error.ts';
import { decodeOnlyMember } from './decode-only-member.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The member of a JSON body that carries a file in base64; it may arrive decoded, as a Buffer.
     */
    readonly base64Member?: string;
    /** The field of a form that carries a file; it arrives as a Buffer where its bytes are one. */
    readonly fileField?: string;
  }
}

/**
 * Takes JSON bodies. An empty one is an empty object, so that the answer names the missing field.
 */
export function parseJsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, parseJson(body as Buffer, request.routeOptions.config.base64Member));
    } catch (error) {
      done(error as Error);
    }
  });
}

function parseJson(body: Buffer, base64Member: string | undefined): unknown {
  if (body.length === 0) return {};
  const bytes = base64Member === undefined ? undefined : decodeOnlyMember(body, base64Member);
  if (base64Member !== undefined && bytes) return { [base64Member]: bytes };
  checkJsonStructure(body);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    // The engine's own message quotes the body, which may be a picture.
    throw new ServiceError('body.malformed', 'JSON parse error - the request body is not valid JSON.', { cause });
  }
}
