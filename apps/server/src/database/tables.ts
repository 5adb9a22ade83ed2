import type { V1ResultBody, V1Status } from '@ocr-web/api';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { WebhookTables } from './webhook-tables.ts';

type SetOnce<T> = ColumnType<T, T, never>;

type TokenTable = {
  id: SetOnce<string>;
  /** Whose scans the token opens. Each token has an owner of its own unless it was made for an existing one. */
  owner_id: SetOnce<string>;
  name: SetOnce<string>;
  /** SHA-256 of the token in hex. The token itself is stored nowhere. */
  hash: SetOnce<string>;
  created_at: SetOnce<Date>;
  revoked_at: ColumnType<Date | null, never, Date>;
};

type ScanTable = {
  id: Generated<number>;
  owner_id: SetOnce<string>;
  status: V1Status;
  picture_key: SetOnce<string>;
  picture_media_type: SetOnce<string>;
  /** How often a worker took the scan up; also tells a worker whose turn is over from the one that has it now. */
  attempts: ColumnType<number, never, number>;
  /** Why the scan ended as ERR. */
  error_code: ColumnType<string | null, never, string>;
  result: JSONColumnType<V1ResultBody, never, string> | null;
  created_at: SetOnce<Date>;
  finished_at: ColumnType<Date | null, never, Date>;
  /** From here on the scan counts as gone. */
  expires_at: SetOnce<Date>;
};

type SecretTable = { name: SetOnce<string>; value: SetOnce<string> };

/** The tables of the service, one type for PGlite and PostgreSQL. */
export type Tables = WebhookTables & { tokens: TokenTable; scans: ScanTable; secrets: SecretTable };
