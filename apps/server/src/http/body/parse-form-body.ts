import type { Readable } from 'node:stream';
import { identifyPicture } from '@ocr-web/reader';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decodePartText } from '../../bodies/decode-part-text.ts';
import type { PartHead } from '../../bodies/parse-part-head.ts';
import { readFormParts } from '../../bodies/read-form-parts.ts';
import { unwrapPictureText } from '../../pictures/text/unwrap-picture-text.ts';

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
  app.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, body: Readable): Promise<FormBody> => {
    const { fileField } = request.routeOptions.config;
    const values = new Map<string, Buffer | string>();
    for await (const { content = Buffer.alloc(0), ...head } of readFormParts(body, request.headers['content-type'], limits)) {
      if (!values.has(head.name)) values.set(head.name, readValue(head, content, head.name === fileField));
    }
    return Object.fromEntries(values);
  });
}

/** Some clients give a file no name, which makes it a field, and some send it as text. */
function readValue(head: PartHead, content: Buffer, mayBePicture: boolean): Buffer | string {
  if (head.isFile) return mayBePicture ? unwrapPictureText(content) : content;
  return mayBePicture && identifyPicture(content) ? content : decodePartText(head, content);
}
