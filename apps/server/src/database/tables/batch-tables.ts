import type { ColumnType, Generated } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;

type BatchTable = {
  id: Generated<number>;
  owner_id: SetOnce<string>;
  /**
   * What its reference and its names of files are sealed with, wrapped by the master key; null
   * where they are not.
   */
  data_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** What the client calls it, sealed. */
  reference: SetOnce<string | null>;
  /** What the reference is searched by: see `crypto/blind-index.ts`. Null in rows of before. */
  reference_index: ColumnType<string | null, string | null | undefined, never>;
  /** The client's own key: sent again, it gives this batch. Unique among the owner's. */
  idempotency_key: SetOnce<string | null>;
  /** SHA-256 of what was sent, in hex: the same key must not stand for something else. */
  fingerprint: SetOnce<string>;
  /** How many of its scans have not ended. Whoever brings it to 0 ends the batch. */
  pending_scans: number;
  created_at: SetOnce<Date>;
  finished_at: ColumnType<Date | null, Date | null, Date>;
  /** From here on the batch counts as gone, and its scans do. */
  expires_at: SetOnce<Date>;
};

/** One file of a batch: a scan, or the reason why there is none. */
type BatchItemTable = {
  batch_id: SetOnce<number>;
  /** Where it was in the upload, from 0. */
  position: SetOnce<number>;
  /** Sealed with the key of the batch. */
  file_name: SetOnce<string | null>;
  scan_id: SetOnce<number | null>;
  error_code: SetOnce<string | null>;
  error_message: SetOnce<string | null>;
};

export type BatchTables = { batches: BatchTable; batch_items: BatchItemTable };
