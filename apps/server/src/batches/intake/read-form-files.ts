import { decodePartText } from '../../bodies/decode-part-text.ts';
import { malformedForm } from '../../bodies/malformed-form.ts';
import type { PartHead } from '../../bodies/parse-part-head.ts';
import { readFormParts } from '../../bodies/read-form-parts.ts';
import { ServiceError } from '../../errors/service-error.ts';
import type { ReceivedFile } from './batch-intake.ts';
import { type BatchLimits, tooLarge, tooManyFiles } from './batch-limits.ts';
import { cleanFileName } from './clean-file-name.ts';

/** Fields beside the files; more of them are a mistake. */
const maxFields = 20;
const maxFieldBytes = 10_000;

/**
 * Reads the files of a form (RFC 7578) as they come in, each part called `file` one, in their
 * order. The upload is not read on while a file is with the caller, and of a file that is too large
 * no more than the limit is held.
 *
 * @param onField hears of every other part
 * @throws ServiceError `body.malformed`, `field.invalid` for a file under another name,
 *   `batch.too_many_files`
 */
export async function* readFormFiles(
  body: AsyncIterable<Buffer>,
  contentType: string | undefined,
  limits: BatchLimits,
  onField: (name: string, value: string) => void,
): AsyncGenerator<ReceivedFile, void, undefined> {
  const partLimits = { maxParts: limits.maxFiles + maxFields, maxFileBytes: limits.maxBytes, maxFieldBytes };
  for await (const { content, size, ...head } of readFormParts(body, contentType, partLimits, limitParts(limits))) {
    const name = cleanFileName(head.fileName);
    if (!head.isFile) onField(head.name, decodePartText(head, content ?? Buffer.alloc(0)));
    else yield content ? { name, bytes: content } : { name, refusal: tooLarge(size, limits) };
  }
}

/** Refuses the first part that is one too many, or that is neither a file nor a field. */
function limitParts(limits: BatchLimits): (head: PartHead) => void {
  let files = 0;
  let fields = 0;
  return ({ name, isFile }) => {
    if (isFile) files += 1;
    else fields += 1;
    if (files > limits.maxFiles) throw tooManyFiles(limits);
    if (fields > maxFields) throw malformedForm(`a batch takes at most ${maxFields} fields beside its files.`);
    if (isFile && name !== 'file') throw notAFile(`Send each file as a part called "file", not "${cleanFileName(name) ?? ''}".`);
    if (!isFile && name === 'file') throw notAFile('Send each file with a file name: this part came as a text.');
  };
}

function notAFile(message: string): ServiceError {
  return new ServiceError('field.invalid', message, { field: 'file' });
}
