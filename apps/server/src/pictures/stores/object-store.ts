import type { RecentPictures } from '../recent-pictures.ts';
import type { SigningOptions } from '../sign-picture-url.ts';

/**
 * Where the bytes of pictures lie: a folder now, S3 behind the same type later. Every adapter
 * passes object-store.contract.ts.
 */
export type ObjectStore = {
  /**
   * Stores bytes under a new key; until the promise resolves they must not change. Then they
   * survive a loss of power.
   */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Returns the bytes, or undefined when there are none under this key. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  /**
   * Returns an address under which whoever has it can read the bytes for a while, without a token:
   * a whole one where the store serves its objects itself, or path and query where this service
   * does. Whether there are any bytes is not looked at.
   */
  readonly signedUrl: (key: string, options: SigningOptions) => Promise<string>;
  /** Removes the bytes; no error when there are none. */
  readonly delete: (key: string) => Promise<void>;
  /** Every stored object in no particular order. */
  readonly list: () => AsyncIterable<StoredObject>;
  /** Rejects when the store cannot take or give bytes. */
  readonly check: () => Promise<void>;
  /** What was stored last and is still in memory, where that is kept. */
  readonly recent?: RecentPictures;
  /** Lets go of what the store holds open; it must not be used any more. */
  readonly close: () => Promise<void>;
};

export type StoredObject = {
  readonly key: string;
  /** Looks when it was stored; undefined where it is gone meanwhile. */
  readonly modifiedAt: () => Promise<Date | undefined>;
};
