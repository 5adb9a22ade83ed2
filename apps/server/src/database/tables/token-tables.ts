import type { ColumnType } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;
/** Left out where there is none. */
type Changing<T> = ColumnType<T | null, T | null | undefined, T | null>;

type TokenTable = {
  id: SetOnce<string>;
  /** Whose scans the token opens. Tokens that take the place of each other have the same owner. */
  owner_id: SetOnce<string>;
  name: SetOnce<string>;
  /** SHA-256 of the token in hex. The token itself is stored nowhere. */
  hash: SetOnce<string>;
  /** How a token that the service made begins: see `tokens/token-text.ts`. */
  prefix: ColumnType<string | null, string | null | undefined, never>;
  /** What it may do: see `tokens/rights/token-scopes.ts`. */
  scopes: SetOnce<string>;
  /** Requests in a window; null: as many as the settings say. */
  rate_limit: Changing<number>;
  /** Files in a day; null: as many as there are. */
  scans_per_day: Changing<number>;
  /** How long its scans are kept; null: as long as the settings say. */
  retain_minutes: Changing<number>;
  /** How long their files are kept from the end of the reading; null: as the settings say. */
  retain_picture_minutes: Changing<number>;
  created_at: SetOnce<Date>;
  /** The minute of its last request. */
  last_used_at: ColumnType<Date | null, undefined, Date>;
  /** From here on it is refused. */
  expires_at: Changing<Date>;
  revoked_at: ColumnType<Date | null, never, Date>;
};

/** How many files an owner has sent on the last day with any, where a token of its has a quota. */
type ScanQuotaTable = {
  owner_id: SetOnce<string>;
  /** As ISO 8601 writes it, of UTC. */
  day: string;
  used: number;
};

export type TokenTables = { tokens: TokenTable; scan_quotas: ScanQuotaTable };
