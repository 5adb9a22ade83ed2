import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';

/** A form's first part of each name: a file as bytes, a text as text. */
export type FormBody = Readonly<Record<string, Buffer | string>>;

/**
 * Takes `multipart/form-data` bodies (RFC 7578).
 *
 * The parts are held in memory, so the length of the whole body has to be limited before it gets here.
 */
export function parseFormBody(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', (request: FastifyRequest, body: Readable) => parseForm(request, body));
}

async function parseForm(request: FastifyRequest, body: Readable): Promise<FormBody> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (cause: unknown) =>
    reject(new ServiceError('body.malformed', 'Multipart form parse error - the form is not valid.', { cause }));
  const texts = new Map<string, string>();
  const files = new Map<string, Buffer[]>();
  const isNew = (name: string) => !texts.has(name) && !files.has(name);
  try {
    const limits = { fieldNameSize: 200, fieldSize: Number.MAX_SAFE_INTEGER, parts: 20, headerPairs: 50 };
    const parser = Busboy({ headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' }, limits });
    parser.on('field', (name, value) => isNew(name) && texts.set(name, value));
    parser.on('file', (name, stream) => {
      // A second file of the same name is read to its end too, or the parser would never see the end of the form.
      const pieces: Buffer[] = [];
      if (isNew(name)) files.set(name, pieces);
      stream.on('error', fail);
      stream.on('data', (piece: Buffer) => pieces.push(piece));
    });
    parser.on('finish', resolve);
    parser.on('error', fail);
    body.on('error', reject);
    body.pipe(parser);
  } catch (cause) {
    fail(cause);
  }
  await promise;
  const contents = Array.from(files, ([name, pieces]) => [name, Buffer.concat(pieces)] as const);
  return Object.fromEntries([...texts, ...contents]);
}
