/** Where the bytes of pictures lie: a folder now, S3 behind the same type later. Every adapter passes object-store.contract.ts. */
export type ObjectStore = {
  /** Stores bytes under a new key. When the promise resolves they survive a loss of power. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Returns the bytes, or undefined when there are none under this key. */
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  /** Removes the bytes; no error when there are none. */
  readonly delete: (key: string) => Promise<void>;
  /** Every stored object in no particular order. */
  readonly list: () => AsyncIterable<StoredObject>;
  /** Rejects when the store cannot take or give bytes. */
  readonly check: () => Promise<void>;
  /** Lets go of what the store holds open; it must not be used any more. */
  readonly close: () => Promise<void>;
};

export type StoredObject = { readonly key: string; readonly modifiedAt: Date };
