import { createHash } from 'node:crypto';
import { isServiceError } from '../../errors/service-error.ts';
import { checkPicture, type PictureLimits } from '../../pictures/check-picture.ts';
import { type SealedPictures, type StoredPicture, sealPicture } from '../../pictures/sealed-pictures.ts';
import type { Refusal } from './batch-limits.ts';
import { openWriteBehind, type WriteBehind } from './open-write-behind.ts';

/**
 * A file of a batch as it comes out of the upload: its bytes, or why they were not even taken out
 * of it.
 */
export type ReceivedFile = { readonly name: string | null } & ({ readonly bytes: Buffer } | { readonly refusal: Refusal });

/** A file that was taken in: stored, or refused. */
export type TakenFile = { readonly fileName: string | null } & ({ readonly stored: StoredPicture } | { readonly refusal: Refusal });

/** What an upload has come to so far. */
export type BatchIntake = {
  readonly files: readonly TakenFile[];
  /**
   * Checks a file and begins to store it. Resolves when the next one can be taken. @throws when one
   * of them could not be stored
   */
  readonly take: (file: ReceivedFile) => Promise<void>;
  /** Resolves when all files are on the disk. @throws when one of them could not be stored */
  readonly settled: () => Promise<void>;
  /** SHA-256 over names and contents of all files in their order, and the reference, in hex. */
  readonly takeFingerprint: (reference: string | null) => string;
  /** Removes what was stored: there will be no batch. */
  readonly discard: () => Promise<void>;
};

/** Takes in the files of one upload of an owner. */
export function openBatchIntake(pictures: SealedPictures, ownerId: string, limits: PictureLimits): BatchIntake {
  const files: TakenFile[] = [];
  const hash = createHash('sha256');
  const behind = openWriteBehind(limits.maxBytes);
  return {
    files,
    take: async (file) => {
      const content = 'bytes' in file ? createHash('sha256').update(file.bytes).digest('hex') : file.refusal.code;
      hash.update(`${JSON.stringify([file.name, content])}\n`);
      files.push({
        fileName: file.name,
        ...('bytes' in file ? await storeFile(pictures, ownerId, behind, limits, file.bytes) : { refusal: file.refusal }),
      });
    },
    takeFingerprint: (reference) => hash.copy().update(JSON.stringify(reference)).digest('hex'),
    settled: behind.settled,
    discard: async () => {
      // What is still being written would be there afterwards.
      await behind.settled().catch(() => undefined);
      // One that cannot be deleted now does not keep the others: maintenance deletes it later.
      const stored = files.flatMap((file) => ('stored' in file ? [file.stored] : []));
      const deleted = await Promise.allSettled(stored.map(({ pictureKey }) => pictures.store.delete(pictureKey)));
      const failed = deleted.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
  };
}

async function storeFile(
  pictures: SealedPictures,
  ownerId: string,
  behind: WriteBehind,
  limits: PictureLimits,
  bytes: Buffer,
): Promise<{ readonly stored: StoredPicture } | { readonly refusal: Refusal }> {
  try {
    const mediaType = checkPicture(bytes, limits, 'file');
    const { picture, store } = await sealPicture(pictures, ownerId, { bytes, mediaType });
    await behind.add(bytes.length, store);
    return { stored: picture };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return { refusal: { code: error.code, message: error.message } };
  }
}
