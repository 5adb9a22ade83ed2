import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decodePartText } from '../../bodies/decode-part-text.ts';
import { readFormParts } from '../../bodies/read-form-parts.ts';

/** A form's first part of each name: a file as bytes, a text as text. */
export type FormBody = Readonly<Record<string, Buffer | string>>;

const limits = { maxParts: 20, maxFileBytes: Number.POSITIVE_INFINITY, maxFieldBytes: Number.POSITIVE_INFINITY };

/**
 * Takes `multipart/form-data` bodies (RFC 7578).
 *
 * The parts are held in memory, so the length of the whole body has to be limited before it gets
 * here.
 */
export function parseFormBody(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', async ({ headers }: FastifyRequest, body: Readable): Promise<FormBody> => {
    const values = new Map<string, Buffer | string>();
    for await (const { content = Buffer.alloc(0), ...head } of readFormParts(body, headers['content-type'], limits)) {
      if (!values.has(head.name)) values.set(head.name, head.isFile ? content : decodePartText(head, content));
    }
    return Object.fromEntries(values);
  });
}
