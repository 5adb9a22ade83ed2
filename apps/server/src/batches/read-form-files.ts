import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { ServiceError } from '../errors/service-error.ts';
import type { ReceivedFile } from './batch-intake.ts';
import { type BatchLimits, tooLarge, tooManyFiles } from './batch-limits.ts';
import { cleanFileName } from './clean-file-name.ts';

type Part = { readonly name: string | null; readonly stream: NodeJS.ReadableStream };

/** Fields beside the files; more of them are a mistake. */
const maxFields = 20;

/**
 * Reads the files of a form (RFC 7578) as they come in, each part called `file` one, in their order. The upload is not read on while a file
 * is with the caller, and of a file that is too large no more than the limit is held.
 *
 * @param onField hears of every other part
 * @throws ServiceError `body.malformed`, `field.invalid` for a file under another name, `batch.too_many_files`
 */
export async function* readFormFiles(
  body: Readable,
  headers: IncomingHttpHeaders,
  limits: BatchLimits,
  onField: (name: string, value: string) => void,
): AsyncGenerator<ReceivedFile, void, undefined> {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const whole: ReceivedFile[] = [];
  let count = 0;
  const parser = openParser(headers, failed.reject);
  parser.on('field', (name, value) => {
    if (name === 'file') failed.reject(notAFile('Send each file with a file name: this part came as a text.'));
    else onField(name, value);
  });
  parser.on('file', (field, stream, name) => {
    if (field !== 'file') failed.reject(notAFile(`Send each file as a part called "file", not "${cleanFileName(field) ?? ''}".`));
    count += 1;
    if (count > limits.maxFiles) failed.reject(tooManyFiles(limits));
    collect({ name: cleanFileName(name), stream }, limits, failed.reject, (file) => whole.push(file));
  });
  const finished = new Promise<void>((resolve) => parser.on('finish', resolve));
  for await (const chunk of body) {
    const written = new Promise<void>((resolve) => parser.write(chunk, () => resolve()));
    await Promise.race([written, failed.promise]);
    yield* whole.splice(0);
  }
  parser.end();
  await Promise.race([finished, failed.promise]);
  yield* whole.splice(0);
}

function openParser(headers: IncomingHttpHeaders, fail: (error: ServiceError) => void) {
  const malformed = (cause: unknown) =>
    new ServiceError('body.malformed', 'Multipart form parse error - the form is not valid.', { cause });
  const limits = { fieldNameSize: 200, fieldSize: 10_000, fields: maxFields, headerPairs: 50 };
  try {
    const parser = Busboy({ headers: { ...headers, 'content-type': headers['content-type'] ?? '' }, limits, preservePath: true });
    parser.on('error', (cause) => fail(malformed(cause)));
    return parser;
  } catch (cause) {
    throw malformed(cause);
  }
}

function collect(
  { name, stream }: Part,
  limits: BatchLimits,
  fail: (error: ServiceError) => void,
  onWhole: (file: ReceivedFile) => void,
): void {
  const pieces: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= limits.maxBytes) pieces.push(piece);
    else pieces.length = 0;
  });
  stream.on('error', (cause) => fail(new ServiceError('body.malformed', 'The form ends in the middle of a file.', { cause })));
  stream.on('end', () =>
    onWhole(bytes > limits.maxBytes ? { name, refusal: tooLarge(bytes, limits) } : { name, bytes: Buffer.concat(pieces) }),
  );
}

function notAFile(message: string): ServiceError {
  return new ServiceError('field.invalid', message, { field: 'file' });
}
