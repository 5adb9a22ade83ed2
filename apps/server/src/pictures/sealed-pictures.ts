import type { KeyRing } from '../crypto/key-ring.ts';
import { seal, unseal } from '../crypto/seal.ts';
import { createObjectKey } from './stores/object-key.ts';
import type { ObjectStore } from './stores/object-store.ts';

/** Where pictures are, and what opens them. */
export type SealedPictures = { readonly store: ObjectStore; readonly keys: KeyRing };

/** A picture whose bytes are stored. */
export type StoredPicture = {
  readonly pictureKey: string;
  /** What it is sealed with, wrapped; null where it is not. */
  readonly dataKey: string | null;
  readonly mediaType: string;
  /** Before it was sealed. */
  readonly bytes: number;
};

/** Where to find a picture, as its scan knows. */
export type PictureOfScan = { readonly ownerId: string; readonly pictureKey: string; readonly pictureDataKey: string | null };

const context = 'picture';

/**
 * Begins to store a picture under a key of its own, which the row of its scan keeps: without that
 * row nobody can open the bytes, wherever there is a copy of them.
 *
 * @returns what the row keeps, the bytes as they are kept for whoever reads them next, where that
 *   is done, and `store`, which resolves once the bytes are durable
 */
export async function sealPicture(
  { store, keys }: SealedPictures,
  ownerId: string,
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
): Promise<{ readonly picture: StoredPicture; readonly kept: Uint8Array | undefined; readonly store: () => Promise<void> }> {
  const pictureKey = createObjectKey();
  const key = await keys.create(ownerId);
  const sealed = key ? seal(key.key, context, bytes) : bytes;
  const dataKey = key?.wrapped ?? null;
  const kept = store.recent && ownBytes(bytes);
  return {
    picture: { pictureKey, dataKey, mediaType, bytes: bytes.length },
    kept,
    store: async () => {
      await store.put(pictureKey, sealed);
      if (kept) store.recent?.set(pictureKey, { ownerId, dataKey, bytes: kept }, kept.length);
    },
  };
}

/**
 * Returns a picture as it was uploaded; undefined when it is gone. @throws Error for altered bytes
 */
export async function readPictureOf(
  { store, keys }: SealedPictures,
  { ownerId, pictureKey, pictureDataKey }: PictureOfScan,
): Promise<Uint8Array | undefined> {
  const recent = store.recent?.get(pictureKey);
  // Whoever has the row of somebody else, or of a picture that was deleted, gets nothing here that
  // the store would not open to him.
  if (recent?.ownerId === ownerId && recent.dataKey === pictureDataKey) {
    store.recent?.delete(pictureKey);
    return recent.bytes;
  }
  const bytes = await store.get(pictureKey);
  const key = bytes && (await keys.open(pictureDataKey, ownerId));
  return bytes && key ? unseal(key.key, context, bytes) : bytes;
}

/** A copy where they are a part of something larger, which would stay in memory with them. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.length === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
}
