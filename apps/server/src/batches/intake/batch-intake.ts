import { createHash } from 'node:crypto';
import { isServiceError } from '../../errors/service-error.ts';
import { checkPicture, type PictureLimits } from '../../pictures/check-picture.ts';
import { createObjectKey } from '../../pictures/object-key.ts';
import type { ObjectStore } from '../../pictures/object-store.ts';
import type { StoredPicture } from '../../scans/insert-scans.ts';
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

/** Takes in the files of one upload. */
export function openBatchIntake(store: ObjectStore, limits: PictureLimits): BatchIntake {
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
        ...('bytes' in file ? await storeFile(store, behind, limits, file.bytes) : { refusal: file.refusal }),
      });
    },
    takeFingerprint: (reference) => hash.copy().update(JSON.stringify(reference)).digest('hex'),
    settled: behind.settled,
    discard: async () => {
      // What is still being written would be there afterwards.
      await behind.settled().catch(() => undefined);
      for (const file of files) if ('stored' in file) await store.delete(file.stored.pictureKey);
    },
  };
}

async function storeFile(
  store: ObjectStore,
  behind: WriteBehind,
  limits: PictureLimits,
  bytes: Buffer,
): Promise<{ readonly stored: StoredPicture } | { readonly refusal: Refusal }> {
  try {
    const mediaType = checkPicture(bytes, limits, 'file');
    const pictureKey = createObjectKey();
    await behind.add(bytes.length, () => store.put(pictureKey, bytes));
    return { stored: { pictureKey, mediaType, bytes: bytes.length } };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return { refusal: { code: error.code, message: error.message } };
  }
}
