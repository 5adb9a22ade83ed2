import { ServiceError } from '../../errors/service-error.ts';
import type { PictureLimits } from '../../pictures/check-picture.ts';

/** Why a file of a batch was refused. */
export type Refusal = {
  /** Stable name of the reason, of those that a scan of the file would be refused or fail with. */
  readonly code: string;
  readonly message: string;
};

/** What a batch and each of its files may be. */
export type BatchLimits = PictureLimits & {
  readonly maxFiles: number;
  /** Of all files together; in an archive, inflated. */
  readonly maxTotalBytes: number;
};

/** Why a file that is too large is not even taken out of its upload. */
export function tooLarge(bytes: number, { maxBytes }: PictureLimits): Refusal {
  return { code: 'body.too_large', message: `The picture has at least ${bytes} bytes; at most ${maxBytes} are accepted.` };
}

/** Refuses a whole batch. */
export function tooManyFiles({ maxFiles }: BatchLimits): ServiceError {
  return new ServiceError('batch.too_many_files', `A batch takes at most ${maxFiles} files. Send them as several batches.`);
}
