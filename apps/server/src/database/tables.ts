import type { ScanStatusName } from '@ocr-web/api';
import type { ColumnType, Generated } from 'kysely';
import type { ActivityTables } from './tables/activity-table.ts';
import type { AuditTables } from './tables/audit-table.ts';
import type { BatchTables } from './tables/batch-tables.ts';
import type { TokenTables } from './tables/token-tables.ts';
import type { WebhookTables } from './tables/webhook-tables.ts';

type SetOnce<T> = ColumnType<T, T, never>;

type ScanTable = {
  id: Generated<number>;
  owner_id: SetOnce<string>;
  status: ScanStatusName;
  picture_key: SetOnce<string>;
  picture_media_type: SetOnce<string>;
  /** Size of the file; 0 where it was stored before sizes were. */
  picture_bytes: SetOnce<number>;
  /**
   * What the picture is sealed with, wrapped by the master key; null where it is not, or is gone.
   */
  picture_data_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** How long the picture is kept after the scan has ended, seconds; null: as long as the scan. */
  picture_retention_s: ColumnType<number | null, number | null | undefined, never>;
  /** From here on the picture counts as gone; null until the scan has ended. */
  picture_expires_at: ColumnType<Date | null, never, Date | null>;
  /** When it was deleted, before its scan. */
  picture_deleted_at: ColumnType<Date | null, never, Date>;
  /**
   * What `reference` and `reading` are sealed with, wrapped by the master key; null where they are
   * not.
   */
  data_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** What the client calls it, sealed. */
  reference: SetOnce<string | null>;
  /** What the reference is searched by: see `crypto/blind-index.ts`. Null in rows of before. */
  reference_index: ColumnType<string | null, string | null | undefined, never>;
  /** 1 where what is printed for people is to be read, too. */
  visual: ColumnType<number | null, number | undefined, never>;
  /** 1 where portrait and signature are to be found, too. */
  portrait: ColumnType<number | null, number | undefined, never>;
  /** 1 where barcodes are. */
  barcodes: ColumnType<number | null, number | undefined, never>;
  /** The batch that it came with. */
  batch_id: ColumnType<number | null, number | null | undefined, never>;
  /** The client's own key: sent again, it gives this scan. Unique among the owner's. */
  idempotency_key: ColumnType<string | null, string | undefined, never>;
  /**
   * SHA-256 of what was sent under the key, in hex: the same key must not stand for something else.
   */
  fingerprint: ColumnType<string | null, string | undefined, never>;
  /**
   * How often a worker took the scan up; also tells a worker whose turn is over from the one that
   * has it now.
   */
  attempts: ColumnType<number, never, number>;
  /** Why the scan failed. */
  error_code: ColumnType<string | null, never, string>;
  /**
   * Everything that was read, as `scans/stored-reading.ts` writes it, sealed; null until the scan
   * is completed. The only place for identity values.
   */
  reading: ColumnType<string | null, never, string>;
  created_at: SetOnce<Date>;
  finished_at: ColumnType<Date | null, never, Date>;
  /** From here on the scan counts as gone. */
  expires_at: Date;
};

type SecretTable = { name: SetOnce<string>; value: string };

/** The tables of the service, one type for SQLite and PostgreSQL. */
export type Tables = ActivityTables & AuditTables & BatchTables & TokenTables & WebhookTables & { scans: ScanTable; secrets: SecretTable };
